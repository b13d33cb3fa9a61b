using Monitor.Crawlers.Registries.Http;
using Monitor.Crawlers.Signs.Statements;
using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;
using Monitor.Shared.Storage;

namespace Monitor.Crawlers.Registries.Statements;

/// <summary>
/// 1.8-statement (forskrift om universell utforming av IKT-løsninger): each measured solution links from its start page to a statement that is published, for the
/// right body, under a year old, and declares no criterion met that has confirmed failures. Not met if any solution's is not, met only if all are.
/// </summary>
internal sealed class StatementCheck(StatementLinkFinder finder, StatementClient statements, IServiceProvider services, TimeProvider clock) : IObligationCheck
{
    private static readonly string Source = StatementsRegistry.Definition.Title;
    private static readonly StatementLinkSign Linking = new();
    private static readonly FactTexts Facts = FactTexts.Beside(typeof(StatementCheck));

    public IReadOnlyList<string> Obligations { get; } = ["1.8-statement"];

    public bool FromStoredScans => false;

    public async Task<ObligationResult> JudgeAsync(AgencyFacts facts, CancellationToken cancellation)
    {
        SolutionFacts[] measured = [.. facts.Site?.Measured ?? []];
        if (measured.Length == 0)
            return ObligationResult.Untested(ObligationReasons.NoScan);

        var results = new List<ObligationResult>();
        foreach (SolutionFacts solution in measured)
        {
            ObligationResult result = await JudgeAsync(facts.Body.OrgNumber, solution, cancellation);
            results.Add(result with { Evidence = [.. result.Evidence, .. OnPages(solution)] });
        }
        // The worst that is known decides; what is not known keeps the rest from being met.
        ObligationResult decisive = results.FirstOrDefault(r => r.Outcome == ObligationOutcome.NotMet)
            ?? results.FirstOrDefault(r => !r.Determined)
            ?? results.FirstOrDefault(r => r.Outcome == ObligationOutcome.CantTell)
            ?? results[0];
        return decisive with { Evidence = [.. results.SelectMany(r => r.Evidence)] };
    }

    private static IEnumerable<Evidence> OnPages(SolutionFacts solution) => solution.Pages.Count == 0
        ? []
        : [Facts.Say("Monitor", "pages", solution.Url, ("count", Linking.On(solution).Count()), ("read", solution.Pages.Count))];

    private async Task<ObligationResult> JudgeAsync(OrgNumber owner, SolutionFacts solution, CancellationToken cancellation)
    {
        FoundLink found = await finder.FindAsync(solution.Url, cancellation);
        switch (found.Finding)
        {
            case LinkFinding.None:
                return ObligationResult.NotMet(ObligationReasons.StatementMissing, Facts.Say(Source, "none", solution.Url, ("page", solution.Url)));
            case LinkFinding.Unclear:
                return ObligationResult.CantTell(ObligationReasons.StatementUnclear, Facts.Say(Source, "unclear", solution.Url, ("page", solution.Url)));
            case LinkFinding.Unreachable:
                return ObligationResult.NotDetermined(
                    ObligationReasons.RegistryDown, Facts.Say(Source, "unreachable", solution.Url, ("page", solution.Url)));
        }

        StatementLink link = found.Link!;
        switch (await statements.FindAsync(link, cancellation))
        {
            case RegistryAnswer<string>.Found { Value: var html }:
                DateOnly today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
                ObligationResult result = StatementRule.Judge(StatementPage.Read(html), owner, solution, today, link.Address);
                return result.Reason == ObligationReasons.StatementUnclear ? result with { Evidence = [.. result.Evidence, await KeepAsync(owner, html, link, cancellation)] } : result;
            case RegistryAnswer<string>.NotDetermined failure:
                return ObligationResult.NotDetermined(failure.Reason, RegistryFacts.NotDetermined(Source, failure.Reason, failure.Detail));
            default:
                return ObligationResult.NotMet(ObligationReasons.StatementMissing, Facts.Say(Source, "dead", link.Address, ("page", solution.Url)));
        }
    }

    /// <summary>Keeps a page that could not be read, so that it can be shown why; it goes with the agency's other evidence.</summary>
    private async Task<Evidence> KeepAsync(OrgNumber owner, string html, StatementLink link, CancellationToken cancellation)
    {
        string name = $"evidence/{owner}/statement-{Base32.Hash(html)}.html";
        // Asked for here, since the command line has no storage and never comes this far.
        var blobs = (IBlobs)services.GetService(typeof(IBlobs))!;
        await blobs.TryCreateAsync(name, BinaryData.FromString(html), "text/plain; charset=utf-8", cancellation);
        return Facts.Say(Source, "kept", link.Address, ("name", name));
    }
}
