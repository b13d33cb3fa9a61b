using Microsoft.Playwright;
using Monitor.Crawlers.Accessibility.Checks.Reading;

namespace Monitor.Crawlers.Accessibility.Checks.Motion;

/// <summary>What moves on the page and in its frames: all are watched at the same time, and only where something hints at motion.</summary>
internal sealed class MotionWatch : IProbe<PageReading<MotionItem>>
{
    private static readonly string Script = EmbeddedScript.Read(typeof(MotionWatch), "motion.js");
    private static readonly MotionWords Words = MotionWords.Read();

    /// <summary>The one there is.</summary>
    public static MotionWatch Instance { get; } = new();

    /// <inheritdoc/>
    public async Task<PageReading<MotionItem>> MeasureAsync(IPage page, CancellationToken cancellation)
    {
        MotionClues clues = await MotionClues.ReadAsync(page).WaitAsync(cancellation);
        await PageReader.ReadAsync<MotionItem>(page, Script, Argument("start", clues)).WaitAsync(cancellation);
        return await PageReader.ReadAsync<MotionItem>(page, Script, Argument("collect", clues)).WaitAsync(cancellation);
    }

    private static object Argument(string stage, MotionClues clues) =>
        new { stage, timers = clues.Timers, images = clues.Images, Words.Stopping, Words.Others, Words.Loading };
}
