using Microsoft.Playwright;
using Monitor.Crawlers.Accessibility.Acting;
using Monitor.Crawlers.Accessibility.Checks.Reading;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Checks.HoverContent;

/// <summary>Content that appears under the pointer: whether the pointer may move onto it, and whether it goes away when somebody wants it to.</summary>
public sealed class HoverContentCheck : ICheck
{
    private static readonly string Script = PageReader.Call(LayoutScript.With(EmbeddedScript.Read(typeof(HoverContentCheck), "hovercontent.js")));
    private static readonly RuleFile Data = RuleFile.Read(typeof(HoverContentCheck), "hovercontent.data.json");

    /// <inheritdoc/>
    public string Id => "hover-content";

    /// <inheritdoc/>
    public EngineInfo Engine { get; } = Data.EngineOf("hover-content");

    /// <inheritdoc/>
    public IReadOnlyList<CheckRule> Rules { get; } = Data.AsRules();

    /// <inheritdoc/>
    public bool Acts => true;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RuleObservation>> RunAsync(CheckContext context, CancellationToken cancellation)
    {
        PageReading<HoverResult> read = await PointAsync(context.Page).WaitAsync(cancellation);
        return read.Judge(context.Rules, Data, (rule, element) => rule switch
        {
            "hover-hoverable" => element.Item.JudgeHoverable(),
            _ => element.Item.JudgeDismissible(),
        });
    }

    private static async Task<PageReading<HoverResult>> PointAsync(IPage page)
    {
        await using IJSHandle hover = await page.EvaluateHandleAsync(Script);
        int count = await hover.EvaluateAsync<int>("hover => hover.count");
        if (count == 0)
            return new PageReading<HoverResult>([], false);
        var results = new List<HoverResult>();
        for (int i = 0; i < count; i++)
            results.Add(await new HoverTrial(page, hover, i).RunAsync());
        await hover.EvaluateAsync("hover => hover.back()");
        return new PageReading<HoverResult>(PageReader.Read<HoverResult>(await hover.EvaluateAsync<string?>("(hover, results) => hover.tell(results)", results.Select(r => r.ForScript())), []), false);
    }
}
