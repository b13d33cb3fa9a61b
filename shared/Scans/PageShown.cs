using System.Text.Json;

namespace Monitor.Shared.Scans;

/// <summary>What a page shows beside its accessibility: signs of how its body meets other obligations.</summary>
/// <param name="Signs">What each sign's own reader made of the page, by the sign's id.</param>
/// <param name="LookAgain">Whether one of them counts only when it is seen twice.</param>
public sealed record PageShown(IReadOnlyDictionary<string, JsonElement> Signs, bool LookAgain);

/// <summary>What one audited page of a scan showed.</summary>
/// <param name="Url">The page's canonical URL.</param>
/// <param name="Kind">Why it was in the sample.</param>
/// <param name="Signs">What the first look read, by the sign's id.</param>
/// <param name="Again">What the second look read; null where there was none.</param>
public sealed record ShownPage(string Url, PageKind Kind, IReadOnlyDictionary<string, JsonElement> Signs, IReadOnlyDictionary<string, JsonElement>? Again)
{
    /// <summary>What the audited pages among a scan's looks showed, in the order of their keys.</summary>
    internal static IReadOnlyList<ShownPage> Of(ScanLooks looks)
    {
        Dictionary<string, PageShown> again = looks.Looks.Where(l => l.Row.SecondLook && l.Audit?.Shown is not null).ToDictionary(l => l.Row.RowKey, l => l.Audit!.Shown!);
        return
        [
            .. looks.Looks.Where(l => !l.Row.SecondLook && l.Audit?.Shown is not null).OrderBy(l => l.Row.RowKey, StringComparer.Ordinal)
                .Select(l => new ShownPage(l.Row.Url, l.Row.Kind, l.Audit!.Shown!.Signs, again.GetValueOrDefault(Domain.PageKey.SecondLook(l.Row.RowKey))?.Signs)),
        ];
    }
}
