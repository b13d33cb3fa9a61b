using Monitor.Shared.Scans;
using Monitor.Shared.Tests.Findings;

namespace Monitor.Shared.Tests.Scans;

/// <summary>A site as the crawler and the browser would meet it: pages by name, each as it is right now.</summary>
internal sealed class FakeSite
{
    private readonly SortedDictionary<string, PageSpec> pages = new(StringComparer.Ordinal);

    public IEnumerable<PageSpec> Pages => pages.Values;

    /// <summary>Called each time a page is loaded, before it is.</summary>
    public Action<AuditPageMessage>? Loading { get; set; }

    public PageSpec this[string name]
    {
        get => pages[name];
        set => pages[name] = value;
    }

    public PageSpec Load(string url) => pages.Values.Single(p => p.Url == url);
}
