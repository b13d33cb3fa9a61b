using System.Text.Json;
using Monitor.Shared.Domain;

namespace Monitor.Shared.Scans;

/// <summary>What one look at one page observed; kept as evidence, and all that findings are made from.</summary>
/// <param name="Url">The canonical URL asked for.</param>
/// <param name="FinalUrl">Where redirects led; canonical when audited, so that it equals <paramref name="Url"/> unless it is another page.</param>
/// <param name="Title">The page's title.</param>
/// <param name="Status">Audited, failed, blocked or skipped.</param>
/// <param name="Reason">A code of <see cref="PageReasons"/> unless audited.</param>
/// <param name="HttpStatus">The final answer's status.</param>
/// <param name="DurationMs">Milliseconds from navigation to result.</param>
/// <param name="Rules">Every rule that ran, and every rule that should have and did not (untested).</param>
/// <param name="Evidence">What the page can be shown by later; null unless audited.</param>
public sealed record PageAudit(
    string Url,
    string? FinalUrl,
    string? Title,
    PageStatus Status,
    string? Reason,
    int? HttpStatus,
    int DurationMs,
    IReadOnlyList<RuleResult> Rules,
    PageEvidence? Evidence)
{
    /// <summary>
    /// Whether every redirect on the way to <see cref="FinalUrl"/> was permanent (301 or 308, RFC 9110 sections 15.4.2 and 15.4.9):
    /// the page lives there now, and its findings with it. Without it, an audited page whose <see cref="FinalUrl"/> is another than
    /// <see cref="Url"/> tells of that other page and nothing of the one asked for.
    /// </summary>
    public bool MovedPermanently { get; init; }

    /// <summary>What the page shows beside its accessibility; null where nothing was read.</summary>
    public PageShown? Shown { get; init; }

    /// <summary>What was looked into of what hides behind a click; null where nothing was.</summary>
    public PageStates? States { get; init; }

    /// <summary>What is judged only when the scan's pages are read together, see <see cref="IAcrossPages"/>; null where nothing was gathered.</summary>
    public JsonElement? Gathered { get; init; }

    /// <summary>A look that came to no judgement.</summary>
    public static PageAudit Unmeasured(string url, PageStatus status, string reason, int? httpStatus = null, int durationMs = 0, string? finalUrl = null) =>
        new(url, finalUrl, null, status, reason, httpStatus, durationMs, [], null);
}

/// <summary>What one rule came to on one page.</summary>
/// <param name="Check">The check the rule belongs to, e.g. <c>axe</c>.</param>
/// <param name="Rule">The rule's stable id, e.g. <c>image-alt</c>.</param>
/// <param name="RuleVersion">The rule's own version; for axe major.minor of the engine. Like is compared with like.</param>
/// <param name="Outcome">The worst of its elements' outcomes.</param>
/// <param name="Wcag">The success criteria it rests on, e.g. <c>1.1.1</c>.</param>
/// <param name="Impact">minor, moderate, serious or critical; null when nothing failed.</param>
/// <param name="Message">What is wrong, in English.</param>
/// <param name="Elements">The elements that failed or that a person must look at.</param>
public sealed record RuleResult(
    string Check,
    string Rule,
    string RuleVersion,
    Outcome Outcome,
    IReadOnlyList<string> Wcag,
    string? Impact,
    string Message,
    IReadOnlyList<ElementResult> Elements)
{
    /// <summary>Whether a part of the page was not tested: a frame out of reach, or an element on which the rule broke. What it found counts, what it did not find does not.</summary>
    public bool Incomplete { get; init; }
}

/// <summary>One element that a rule failed or could not decide.</summary>
/// <param name="Outcome">Failed or can't tell.</param>
/// <param name="Fingerprint">Names the cause: rule and place in the template, see <see cref="Findings.Fingerprint"/>.</param>
/// <param name="Target">A selector that leads to it; frames and shadow roots parted by a space-wrapped <c>&gt;&gt;&gt;</c>.</param>
/// <param name="Snippet">The element's opening markup, shortened, form values blanked.</param>
/// <param name="AccessibleName">Its accessible name, shortened; used to match a finding after a template change.</param>
/// <param name="Landmark">The nearest landmark's role.</param>
/// <param name="Message">What is wrong with this element, in English; null when the rule's message says it all.</param>
/// <param name="Screenshot">The blob name of a screenshot cropped to the element; null when none was taken.</param>
public sealed record ElementResult(
    Outcome Outcome,
    string Fingerprint,
    string Target,
    string Snippet,
    string? AccessibleName,
    string? Landmark,
    string? Message,
    string? Screenshot)
{
    /// <summary>The names of the controls that were pressed before it could be seen, parted by <see cref="PageStates.Separator"/>; null for what the page shows by itself.</summary>
    public string? After { get; init; }

    /// <summary>Further elements of the page with the same rule, outcome and fingerprint that are not listed; told by the first that is, 0 on the others.</summary>
    public int Omitted { get; init; }
}

/// <summary>What was looked into of what hides behind a click on a page.</summary>
/// <param name="Judged">What was judged, each by the controls pressed for it, as in <see cref="ElementResult.After"/>.</param>
/// <param name="Complete">Whether there is nothing else; what was not found behind other controls is then not there.</param>
/// <param name="DurationMs">Milliseconds that it took.</param>
public sealed record PageStates(IReadOnlyList<string> Judged, bool Complete, int DurationMs)
{
    /// <summary>What parts the controls that were pressed one after the other.</summary>
    public const string Separator = " → ";
}

/// <summary>By what a finding can be shown again a year later.</summary>
/// <param name="HtmlHash">Base32 of the SHA-256 of the HTML judged; of a document, of its bytes.</param>
/// <param name="ViewportWidth">CSS pixels; 0 for a document.</param>
/// <param name="ViewportHeight">CSS pixels; 0 for a document.</param>
/// <param name="Engines">The engines that judged, with versions.</param>
/// <param name="Browser">Name and version; null for a document, which none opened.</param>
/// <param name="At">When (UTC).</param>
public sealed record PageEvidence(
    string HtmlHash, int ViewportWidth, int ViewportHeight, IReadOnlyList<EngineInfo> Engines, string? Browser, DateTimeOffset At)
{
    /// <summary>The engines and the browser of a whole scan.</summary>
    public static (IReadOnlyList<EngineInfo> Engines, string? Browser) Sum(IEnumerable<PageAudit> audits)
    {
        PageEvidence[] evidence = [.. audits.Select(a => a.Evidence).OfType<PageEvidence>()];
        return (
            [.. evidence.SelectMany(e => e.Engines).Distinct().OrderBy(e => e.Name, StringComparer.Ordinal).ThenBy(e => e.Version, StringComparer.Ordinal)],
            evidence.Select(e => e.Browser).FirstOrDefault(b => b is not null));
    }
}

/// <summary>An engine that judged.</summary>
/// <param name="Name">e.g. <c>axe-core</c>.</param>
/// <param name="Version">Its full version.</param>
public sealed record EngineInfo(string Name, string Version);
