using System.Text.Json;

namespace Monitor.Crawlers.Signs;

/// <summary>
/// Reads one sign from pages that a scan looks at anyway. The unit of growth: one folder with the sign and the check that judges by it, both found by themselves.
/// </summary>
internal interface IPageSign
{
    /// <summary>Its stable id.</summary>
    string Id { get; }

    /// <summary>What the page shows of it; null where that is nothing.</summary>
    JsonElement? Read(PageView page);

    /// <summary>Whether what was read counts only when it is seen twice.</summary>
    bool NeedsSecondLook(JsonElement sign);
}
