using Monitor.Shared.Domain;
using Monitor.Shared.Scans;

namespace Monitor.Shared.Obligations;

/// <summary>What is stored about a body's web solutions.</summary>
/// <param name="Solutions">Its solutions that are not deregistered.</param>
public sealed record SiteFacts(IReadOnlyList<SolutionFacts> Solutions)
{
    /// <summary>Those that a scan has measured.</summary>
    public IEnumerable<SolutionFacts> Measured => Solutions.Where(s => s.Measured);
}

/// <summary>What is stored about one web solution.</summary>
/// <param name="Id">The solution.</param>
/// <param name="Url">Where it starts.</param>
/// <param name="Measured">Whether a scan's result has been applied.</param>
/// <param name="ConfirmedFailures">Findings that are confirmed, open, not set aside, and of criteria that bind by law.</param>
/// <param name="CriteriaFailed">The success criteria they break, in order.</param>
/// <param name="PagesAudited">Pages audited in the last scan.</param>
/// <param name="PagesSampled">Pages in that scan's sample.</param>
/// <param name="CriteriaTested">Criteria tested in that scan.</param>
/// <param name="CriteriaInRegulation">Criteria of the solution's regulation.</param>
public sealed record SolutionFacts(
    SolutionId Id,
    string Url,
    bool Measured,
    int ConfirmedFailures,
    IReadOnlyList<string> CriteriaFailed,
    int PagesAudited,
    int PagesSampled,
    int CriteriaTested,
    int CriteriaInRegulation)
{
    /// <summary>What the audited pages of the last scan showed beside their accessibility.</summary>
    public IReadOnlyList<ShownPage> Pages { get; init; } = [];
}
