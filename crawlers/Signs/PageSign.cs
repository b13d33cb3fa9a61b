using System.Text.Json;
using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Signs;

/// <summary>A sign with a shape of its own.</summary>
/// <typeparam name="T">What is kept of a page.</typeparam>
/// <param name="id">Its stable id.</param>
internal abstract class PageSign<T>(string id) : IPageSign where T : class
{
    public string Id => id;

    JsonElement? IPageSign.Read(PageView page) => Read(page) is { } sign ? JsonSerializer.SerializeToElement(sign, MonitorJson.Options) : null;

    bool IPageSign.NeedsSecondLook(JsonElement sign) => NeedsSecondLook(Of(sign));

    /// <summary>What the page shows of it; null where that is nothing.</summary>
    public abstract T? Read(PageView page);

    /// <summary>Whether what was read counts only when it is seen twice.</summary>
    protected virtual bool NeedsSecondLook(T sign) => false;

    /// <summary>The pages of a solution that show it, with what they show.</summary>
    public IEnumerable<(ShownPage Page, T Sign)> On(SolutionFacts solution) =>
        solution.Pages.Where(p => p.Signs.ContainsKey(id)).Select(p => (p, Of(p.Signs[id])));

    /// <summary>What the second look at a page showed; null where there was none, or it showed nothing.</summary>
    public T? Again(ShownPage page) => page.Again?.TryGetValue(id, out JsonElement sign) is true ? Of(sign) : null;

    private static T Of(JsonElement sign) => sign.Deserialize<T>(MonitorJson.Options)!;
}
