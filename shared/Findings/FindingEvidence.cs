namespace Monitor.Shared.Findings;

/// <summary>What a scan says about one finding: where it was seen, and what became of each page that carried it.</summary>
/// <param name="SeenFirst">Pages whose first look saw it.</param>
/// <param name="SeenSecond">Pages whose second look saw it.</param>
/// <param name="Carriers">The pages known to carry it, moved ones under their new key.</param>
internal sealed record FindingEvidence(
    IReadOnlyList<PageObservation> SeenFirst, IReadOnlyList<PageObservation> SeenSecond, IReadOnlyList<Carrier> Carriers)
{
    /// <summary>Whether any look saw it.</summary>
    public bool Seen => SeenFirst.Count > 0 || SeenSecond.Count > 0;

    /// <summary>Whether two page loads saw it, the second at least the waiting time after the first.</summary>
    public bool SeenTwice => SeenFirst.Count > 0 && SeenSecond.Count > 0;

    /// <summary>The pages that any look saw it on, by page key.</summary>
    public IEnumerable<PageObservation> SeenPages => SeenFirst.Concat(SeenSecond).DistinctBy(p => p.Key).OrderBy(p => p.Key, StringComparer.Ordinal);

    /// <summary>Gathers it.</summary>
    public static FindingEvidence Of(string fingerprint, KnownFinding? known, ScanObservations scan) => new(
        [.. scan.Pages.Values.Where(p => p.First.Failed.ContainsKey(fingerprint))],
        [.. scan.Pages.Values.Where(p => p.Second?.Failed.ContainsKey(fingerprint) == true)],
        known is null || known.Over ? [] : [.. Carrier.Of(known, scan)]);
}
