using Monitor.Shared.Obligations;

namespace Monitor.Crawlers.Signs;

/// <summary>A row of which sites show a sign and never a verdict.</summary>
/// <param name="obligation">The row it judges.</param>
internal abstract class SiteIndicator(string obligation) : SiteCheck(obligation)
{
    protected sealed override async Task<ObligationResult> JudgeAsync(IReadOnlyList<SolutionFacts> seen, CancellationToken cancellation)
    {
        var evidence = new List<Evidence>();
        foreach (SolutionFacts solution in seen)
            evidence.AddRange(await DescribeAsync(solution, cancellation));
        return ObligationResult.CantTell(ObligationReasons.IndicatorOnly, evidence);
    }

    /// <summary>What one solution shows.</summary>
    protected virtual Task<IEnumerable<Evidence>> DescribeAsync(SolutionFacts solution, CancellationToken cancellation) => Task.FromResult(Describe(solution));

    /// <summary>What one solution shows, where nobody need be asked.</summary>
    protected virtual IEnumerable<Evidence> Describe(SolutionFacts solution) => [];
}
