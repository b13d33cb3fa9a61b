namespace Monitor.Benchmarks.Accuracy;

/// <summary>
/// How a judge did. An example is found, or a good one accused, when an outcome of the judge's names one of its criteria; accusing over-counts, since a page may
/// pass one rule and truly break another.
/// </summary>
/// <param name="Found">Failed examples with a failed outcome.</param>
/// <param name="Failed">Failed examples.</param>
/// <param name="False">Good examples with a failed outcome.</param>
/// <param name="Good">Passed and inapplicable examples.</param>
/// <param name="CantTellFailed">Failed examples with nothing but can't tell.</param>
/// <param name="CantTellGood">Good examples with nothing but can't tell.</param>
internal sealed record Score(int Found, int Failed, int False, int Good, int CantTellFailed, int CantTellGood)
{
    /// <summary>Counts judgements.</summary>
    public static Score Of(IEnumerable<Judged> judged, Func<Judged, Verdict> by)
    {
        int Count(bool fails, Verdict verdict) => judged.Count(j => j.Example.Fails == fails && by(j) == verdict);
        return new Score(
            Count(true, Verdict.Failed), judged.Count(j => j.Example.Fails), Count(false, Verdict.Failed), judged.Count(j => !j.Example.Fails),
            Count(true, Verdict.CantTell), Count(false, Verdict.CantTell));
    }

    public override string ToString() =>
        FormattableString.Invariant($"{Found}/{Failed} found ({Percent(Found, Failed)}), {False}/{Good} false ({Percent(False, Good)}), can't tell on {CantTellFailed} failed and {CantTellGood} good");

    private static string Percent(int part, int all) => all == 0 ? "–" : FormattableString.Invariant($"{100.0 * part / all:0.0} %");
}

/// <summary>What a judge says of an example's criteria, the worst it says.</summary>
internal enum Verdict
{
    /// <summary>Nothing.</summary>
    Silent,

    /// <summary>A person must look.</summary>
    CantTell,

    /// <summary>Broken.</summary>
    Failed,
}

/// <summary>One example with what both judges say.</summary>
/// <param name="Example">The example.</param>
/// <param name="Ours">What we say.</param>
/// <param name="Axe">What axe says by itself.</param>
/// <param name="Rules">Our rules that spoke of the example's criteria, as <c>check/rule outcome</c>.</param>
/// <param name="Unmeasured">Why we could not judge the page; null when we could.</param>
internal sealed record Judged(Example Example, Verdict Ours, Verdict Axe, IReadOnlyList<string> Rules, string? Unmeasured);
