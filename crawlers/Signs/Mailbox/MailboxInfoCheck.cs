using Monitor.Shared.Obligations;

namespace Monitor.Crawlers.Signs.Mailbox;

/// <summary>1.7-mailbox-info: met when a page of any of the body's solutions links to a digital mailbox or speaks of it; else no verdict, since only some pages were read.</summary>
internal sealed class MailboxInfoCheck() : SiteCheck("1.7-mailbox-info")
{
    private static readonly MailboxSign Sign = new();
    private static readonly FactTexts Facts = FactTexts.Beside(typeof(MailboxInfoCheck));

    protected override Task<ObligationResult> JudgeAsync(IReadOnlyList<SolutionFacts> seen, CancellationToken cancellation)
    {
        Evidence[] found = [.. seen.SelectMany(s => Sign.On(s).OrderBy(p => p.Sign.Link is null).Take(1)).Select(p => Describe(p.Page.Url, p.Sign))];
        return Task.FromResult(found.Length > 0
            ? ObligationResult.Met(found)
            : ObligationResult.CantTell(ObligationReasons.NoneSeen, [.. seen.Select(s => Facts.Say(Source, "none", s.Url, ("read", s.Pages.Count)))]));
    }

    private static Evidence Describe(string page, MailboxWords sign) => sign.Link is { } link
        ? Facts.Say(Source, "link", page, ("target", link.Url), ("text", link.Text))
        : Facts.Say(Source, "words", page, ("words", sign.Words));
}
