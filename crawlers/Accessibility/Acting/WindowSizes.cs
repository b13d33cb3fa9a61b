using Monitor.Crawlers.Accessibility.Checks.Reading;

namespace Monitor.Crawlers.Accessibility.Acting;

/// <summary>What becomes of texts that can be read in the window every page is judged in, when it has another size. The page itself: frames are left out.</summary>
/// <param name="Zoomed">At 640 × 400, which is 200 % in a window of 1280 × 800.</param>
/// <param name="Turned">Upright, at 800 × 1280.</param>
/// <param name="Narrow">At 320 × 800, which is as wide as a window of 1280 at 400 %.</param>
internal sealed record WindowSizes(PageReading<CutText> Zoomed, PageReading<CutText> Turned, PageReading<CutText> Narrow);
