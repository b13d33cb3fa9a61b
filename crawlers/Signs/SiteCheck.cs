using Monitor.Shared.Obligations;

namespace Monitor.Crawlers.Signs;

/// <summary>A check of what a body's own sites show: untested until one has been looked at.</summary>
/// <param name="obligation">The row it judges.</param>
internal abstract class SiteCheck(string obligation) : IObligationCheck
{
    /// <summary>The source that evidence names.</summary>
    protected const string Source = "Monitor";

    public IReadOnlyList<string> Obligations { get; } = [obligation];

    public virtual bool FromStoredScans => true;

    public virtual int RuleVersion => 1;

    public Task<ObligationResult> JudgeAsync(AgencyFacts facts, CancellationToken cancellation)
    {
        SolutionFacts[] seen = [.. facts.Site?.Measured.Where(s => s.Pages.Count > 0) ?? []];
        return seen.Length == 0 ? Task.FromResult(ObligationResult.Untested(ObligationReasons.NoScan)) : JudgeAsync(seen, cancellation);
    }

    /// <summary>Judges by solutions that were looked at, one at least.</summary>
    protected abstract Task<ObligationResult> JudgeAsync(IReadOnlyList<SolutionFacts> seen, CancellationToken cancellation);
}
