using System.Text.Json;
using Microsoft.Playwright;

namespace Monitor.Crawlers.Accessibility.Checks;

/// <summary>What a check works on.</summary>
/// <param name="Page">The open page, ready: loaded, its DOM quiet.</param>
/// <param name="Rules">The check's rules that the regulation asks for; no other may be reported.</param>
public sealed record CheckContext(IPage Page, IReadOnlyList<CheckRule> Rules)
{
    /// <summary>What checks measure together.</summary>
    public PageProbes Probes { get; init; } = new(Page);

    /// <summary>Keeps what is judged only when the scan's pages are read together.</summary>
    public Action<JsonElement>? Gather { get; init; }
}
