using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Regulations;
using Monitor.Shared.Scans;

namespace Monitor.Shared.Alerts.Rendering;

/// <summary>The mails about one scan: its new and reopened findings, or the welcome summary. Figures come with their denominators (rule 7), doubt apart (rule 5).</summary>
internal sealed class ScanMail(MailVoice voice, MailLinks links, IRuleTexts rules, AlertFacts facts)
{
    private const int NameLength = 120;
    private const int RuleLength = 300;
    private const int UrlLength = 500;

    private readonly AlertSolution solution = facts.Solution ?? throw new InvalidOperationException("A mail about a scan names its solution.");
    private readonly ScanChanges changes = facts.Changes ?? throw new InvalidOperationException("A mail about a scan tells what it changed.");

    private static MailTexts Texts => MailTexts.All;

    private string Name => PlainText.Line(solution.Name.Length > 0 ? solution.Name : solution.Url, NameLength);

    private string Url => PlainText.Line(solution.Url, UrlLength);

    private string Day => voice.Day(changes.Scan.OrderedAt);

    /// <summary>The mail about new and reopened findings.</summary>
    /// <param name="most">Findings listed in each part, at most; the rest are counted.</param>
    /// <param name="footer">The footer.</param>
    public MailDocument NewFindings(int most, IReadOnlyList<MailBlock> footer)
    {
        string counts = Counts();
        string title = voice.Say(Texts.OnSolution, counts, Name);
        List<MailBlock> blocks = [new MailLine(voice.Say(Texts.NewIntro, counts, Name, Url, Day)), AgencyLine()];
        if (changes.New.Count > 0)
        {
            blocks.Add(new MailHeading(voice.Say(Texts.HeadingNew)));
            blocks.AddRange(Findings(changes.New, most));
        }
        if (changes.Reopened.Count > 0)
        {
            blocks.Add(new MailHeading(voice.Say(Texts.HeadingReopened)));
            blocks.Add(new MailLine(voice.Say(Texts.ReopenedNote)));
            blocks.AddRange(Findings(changes.Reopened, most));
        }
        blocks.Add(new MailHeading(voice.Say(Texts.HeadingScan)));
        blocks.AddRange(Figures());
        return new MailDocument(voice.Language.Code(), title, title, blocks, footer);
    }

    /// <summary>The one summary after the first scan. It lists nothing: nothing of it is new.</summary>
    public MailDocument Welcome(IReadOnlyList<MailBlock> footer)
    {
        List<MailBlock> blocks = [new MailLine(voice.Say(Texts.WelcomeIntro, Name, Url, Day)), AgencyLine(), .. Figures()];
        return new MailDocument(
            voice.Language.Code(), voice.Counted(Texts.WelcomeSubject, changes.Open, Name), voice.Say(Texts.WelcomeTitle, Name), blocks, footer);
    }

    private string Counts() => (changes.New.Count, changes.Reopened.Count) switch
    {
        (var found, 0) => voice.Counted(Texts.CountNew, found),
        (0, var reopened) => voice.Counted(Texts.CountReopened, reopened),
        var (found, reopened) => voice.Say(Texts.And, voice.Counted(Texts.CountNew, found), voice.Counted(Texts.CountReopened, reopened)),
    };

    private MailLine AgencyLine() => new(voice.Say(Texts.AgencyLine, PlainText.Line(facts.AgencyName, NameLength), facts.Agency.Display));

    private IEnumerable<MailBlock> Findings(IReadOnlyList<ChangedFinding> findings, int most)
    {
        yield return new MailList([.. findings
            .OrderByDescending(f => Impacts.Rank(f.Impact))
            .ThenByDescending(f => f.Pages)
            .ThenBy(f => f.Fingerprint, StringComparer.Ordinal)
            .Take(most)
            .Select(Finding)]);
        if (findings.Count > most)
            yield return new MailLine(voice.Say(Texts.AndMore, voice.Count(findings.Count - most)));
    }

    private MailItem Finding(ChangedFinding finding)
    {
        MailLine title = rules.Find(finding.Check, finding.Rule) is { } known
            ? new MailLine(PlainText.Line(known.In(voice.Language), RuleLength))
            : new MailLine(PlainText.Line(finding.Message, RuleLength), voice.English);
        List<MailBlock> details = [.. finding.Wcag.Select(Criterion)];
        if (Impact(finding.Impact) is { } impact)
            details.Add(new MailLine(voice.Say(Texts.Impact, voice.Say(impact))));
        details.Add(new MailLine(voice.Say(Texts.FindingPages, voice.Count(finding.Pages))));
        string example = voice.Say(Texts.Example, PlainText.Line(finding.ExampleUrl, UrlLength));
        details.Add(PlainText.Link(finding.ExampleUrl) is { } page ? new MailLink(example, page) : new MailLine(example));
        details.Add(new MailLink(voice.Say(Texts.SeeFinding), links.Finding(solution.Id, finding.Fingerprint)));
        return new MailItem(title, details);
    }

    private MailLine Criterion(string number) => new(RegulationCatalogue.FindCriterion(number) is { } known
        ? voice.Say(Texts.Criterion, known.Number, known.Names.In(voice.Language))
        : voice.Say(Texts.Criterion, PlainText.Line(number, 10), "").TrimEnd());

    private static LocalizedText? Impact(string? impact) => impact switch
    {
        "minor" => Texts.ImpactMinor,
        "moderate" => Texts.ImpactModerate,
        "serious" => Texts.ImpactSerious,
        "critical" => Texts.ImpactCritical,
        _ => null,
    };

    private IEnumerable<MailBlock> Figures()
    {
        ScanResultSummary summary = changes.Summary;
        yield return new MailLine(voice.Say(Texts.OpenNow, voice.Count(changes.Open)));
        if (!changes.Baseline)
        {
            yield return new MailLine(voice.Say(Texts.FirstSeen, voice.Count(changes.FirstSeen)));
            yield return new MailLine(voice.Say(Texts.Fixed, voice.Count(changes.Fixed)));
        }
        yield return new MailLine(voice.Say(Texts.CantTell, voice.Count(summary.FindingsCantTell)));
        yield return new MailLine(voice.Say(Texts.PagesAudited, voice.Count(summary.PagesAudited), voice.Count(changes.PagesSampled)));
        yield return new MailLine(voice.Say(
            Texts.Regulation, RegulationCatalogue.Find(solution.Regulation)?.Names.In(voice.Language) ?? PlainText.Line(solution.Regulation, NameLength)));
        yield return new MailLine(voice.Say(Texts.CriteriaTested, voice.Count(summary.CriteriaTested), voice.Count(summary.CriteriaInRegulation)));
        yield return new MailLine(voice.Say(Texts.CriteriaFailed, voice.Count(summary.CriteriaFailed), voice.Count(summary.CriteriaTested)));
        yield return new MailLine(voice.Say(Texts.AutomaticTests));
        yield return new MailLink(voice.Say(Texts.SeeSolution), links.Solution(solution.Id));
    }
}
