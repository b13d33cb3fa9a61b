using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Checks.AcrossPages;

/// <summary>One rule over the pages of a scan.</summary>
internal interface IAcrossRule
{
    /// <summary>Its id.</summary>
    string Id { get; }

    /// <summary>What it sees; null when the pages are too few for it to say anything.</summary>
    /// <param name="pages">The pages that were read, in sample order, each once.</param>
    AcrossSight? Judge(IReadOnlyList<ReadPage> pages);
}

/// <summary>A page that was read.</summary>
/// <param name="Url">Its canonical URL.</param>
/// <param name="IsStart">Whether it is the start page.</param>
/// <param name="Title">Its title.</param>
/// <param name="Outline">What it has in common with others.</param>
internal sealed record ReadPage(string Url, bool IsStart, string Title, PageOutline Outline);

/// <summary>What a rule saw.</summary>
/// <param name="Applies">The pages that it could compare.</param>
/// <param name="Found">What it found, on the page that differs.</param>
internal sealed record AcrossSight(IReadOnlySet<ReadPage> Applies, IReadOnlyList<(ReadPage Page, ElementResult Element)> Found)
{
    /// <summary>An element of a finding.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="outcome">Failed or can't tell.</param>
    /// <param name="place">Where it is.</param>
    /// <param name="cause">What names the cause beside the rule: the same on every page that shares it.</param>
    /// <param name="message">What differs, in English.</param>
    public static ElementResult Element(string rule, Outcome outcome, OutlinePlace place, string cause, string message) =>
        new(outcome, Fingerprint.For(rule, cause), place.Target, place.Snippet, place.Name, place.Landmark, message, null);
}
