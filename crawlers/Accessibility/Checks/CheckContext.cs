using System.Text.Json;
using Microsoft.Playwright;
using Monitor.Crawlers.Accessibility.Templates;

namespace Monitor.Crawlers.Accessibility.Checks;

/// <summary>What a check works on.</summary>
/// <param name="Page">The open page, ready: loaded, its DOM quiet.</param>
/// <param name="Rules">The check's rules that the regulation asks for; no other may be reported.</param>
public sealed record CheckContext(IPage Page, IReadOnlyList<CheckRule> Rules)
{
    /// <summary>The elements that alone matter, those inside them included; empty for the whole page. A check that is quicker so may look at them alone.</summary>
    public IReadOnlyList<ElementAddress> Within { get; init; } = [];

    /// <summary>What checks measure together.</summary>
    public PageProbes Probes { get; init; } = new(Page);

    /// <summary>Keeps what is judged only when the scan's pages are read together.</summary>
    public Action<JsonElement>? Gather { get; init; }
}
