using BigGustave;

namespace Monitor.Crawlers.Accessibility.Checks.FocusVisible;

/// <summary>Compares pictures of the same size, both PNG.</summary>
internal static class Pictures
{
    // A browser that draws the same text twice may differ by one level in single pixels at its edges.
    private const int Noise = 3, NoisyPixels = 4;

    /// <summary>Whether nobody could tell them apart.</summary>
    public static bool AreAlike(byte[] one, byte[] other)
    {
        if (one.AsSpan().SequenceEqual(other))
            return true;
        Png a = Png.Open(one), b = Png.Open(other);
        if (a.Width != b.Width || a.Height != b.Height)
            return false;
        int different = 0;
        for (int y = 0; y < a.Height; y++)
        {
            for (int x = 0; x < a.Width; x++)
            {
                if (Differ(a.GetPixel(x, y), b.GetPixel(x, y)) && ++different > NoisyPixels)
                    return false;
            }
        }
        return true;
    }

    private static bool Differ(Pixel a, Pixel b) => Math.Abs(a.R - b.R) > Noise || Math.Abs(a.G - b.G) > Noise || Math.Abs(a.B - b.B) > Noise;
}
