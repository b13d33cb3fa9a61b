using System.Text.Json;
using Microsoft.Playwright;
using Monitor.Crawlers.Accessibility.Checks.Reading;
using Monitor.Crawlers.Accessibility.Templates;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Checks.AcrossPages;

/// <summary>
/// What only several pages tell together: menus, names and titles across a site. On one page nothing is judged: what the page has in common with others
/// is gathered, and <see cref="PagesTogether"/> judges when the scan's pages are there.
/// </summary>
public sealed class AcrossPagesCheck : ICheck
{
    internal const string CheckId = "across-pages";

    private static readonly string Script = EmbeddedScript.Read(typeof(AcrossPagesCheck), "acrosspages.js");

    internal static RuleFile Data { get; } = RuleFile.Read(typeof(AcrossPagesCheck), "acrosspages.data.json");

    /// <inheritdoc/>
    public string Id => CheckId;

    /// <inheritdoc/>
    public EngineInfo Engine { get; } = Data.EngineOf(CheckId);

    /// <inheritdoc/>
    public IReadOnlyList<CheckRule> Rules { get; } = Data.AsRules();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RuleObservation>> RunAsync(CheckContext context, CancellationToken cancellation)
    {
        try
        {
            ReadOutline read = await PageReader.AskAsync<ReadOutline>(context.Page, Script).WaitAsync(cancellation);
            PageOutline outline = await DescribeAsync(context.Page, read).WaitAsync(cancellation);
            context.Gather?.Invoke(JsonSerializer.SerializeToElement(outline, MonitorJson.Options));
        }
        catch (Exception e) when (e is PlaywrightException or JsonException)
        {
            // What was not gathered keeps its rules untested; the page's own judgement stands without it.
        }
        return [];
    }

    private static async Task<PageOutline> DescribeAsync(IPage page, ReadOutline read)
    {
        read.Trust();
        ReadElement<ReadBlock>[] blocks = PageReader.Trust(read.Blocks, []);
        ReadElement<ReadControl>[] controls = PageReader.Trust(read.Controls, []);
        IReadOnlyList<ElementDescription> described = await ElementDescriber.DescribeAsync(page,
            [.. blocks.Select(b => Seen(b.Address, b.Html)), .. controls.Select(c => Seen(c.Address, c.Html))]);
        return read.Outline(
            [.. blocks.Zip(described, (b, d) => b.Item.Block(OutlinePlace.Of(b.Address, d)))],
            [.. controls.Zip(described.Skip(blocks.Length), (c, d) => c.Item.Control(OutlinePlace.Of(c.Address, d)))]);
    }

    private static ElementObservation Seen(ElementAddress address, string html) => new(Outcome.CantTell, address, html, null);
}
