using System.Buffers.Binary;

namespace Monitor.Crawlers.Accessibility.Checks.Motion;

/// <summary>How long pictures of several frames move, as their bytes say.</summary>
internal static class AnimatedImage
{
    // Chromium shows frames that ask for less than this for as long.
    private const int ShortestCentiseconds = 2;
    private const int UsualCentiseconds = 10;

    /// <summary>Whether pictures of a type may move and are read here.</summary>
    public static bool CanBe(string mimeType) => mimeType is "image/gif" or "image/webp";

    /// <summary>How long it moves; zero where it does not, <see cref="TimeSpan.MaxValue"/> where it never ends.</summary>
    public static TimeSpan Duration(ReadOnlySpan<byte> bytes)
    {
        try
        {
            if (bytes.StartsWith("GIF8"u8))
                return Gif(bytes);
            return bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8) ? Webp(bytes) : TimeSpan.Zero;
        }
        // Cut off, or no such picture after all.
        catch (Exception e) when (e is ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            return TimeSpan.Zero;
        }
    }

    private static TimeSpan Gif(ReadOnlySpan<byte> bytes)
    {
        int at = 13 + ColourTable(bytes[10]);
        int frames = 0, loops = 1, centiseconds = 0, delay = 0;
        while (at < bytes.Length && bytes[at] != 0x3B)
        {
            if (bytes[at] == 0x2C)
            {
                frames++;
                centiseconds += delay < ShortestCentiseconds ? UsualCentiseconds : delay;
                at += 11 + ColourTable(bytes[at + 9]);
            }
            else
            {
                byte label = bytes[at + 1];
                if (label == 0xF9)
                    delay = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(at + 4)..]);
                else if (label == 0xFF && bytes[(at + 3)..].StartsWith("NETSCAPE2.0"u8))
                    loops = Loops(BinaryPrimitives.ReadUInt16LittleEndian(bytes[(at + 16)..]));
                at += 2;
            }
            while (bytes[at] != 0)
                at += 1 + bytes[at];
            at++;
        }
        return Total(frames, loops, centiseconds * 10L);
    }

    // The file says how often it is repeated, none meaning for ever.
    private static int Loops(int repeats) => repeats == 0 ? 0 : repeats + 1;

    private static int ColourTable(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);

    private static TimeSpan Webp(ReadOnlySpan<byte> bytes)
    {
        int frames = 0, loops = 1;
        long milliseconds = 0;
        for (int at = 12; at + 8 <= bytes.Length;)
        {
            ReadOnlySpan<byte> chunk = bytes[at..];
            if (chunk.StartsWith("ANIM"u8))
            {
                loops = BinaryPrimitives.ReadUInt16LittleEndian(chunk[12..]);
            }
            else if (chunk.StartsWith("ANMF"u8))
            {
                frames++;
                milliseconds += BinaryPrimitives.ReadUInt32LittleEndian(chunk[20..]) & 0xFFFFFF;
            }
            uint size = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            at = checked((int)Math.Min(at + 8L + size + (size & 1), bytes.Length));
        }
        return Total(frames, loops, milliseconds);
    }

    private static TimeSpan Total(int frames, int loops, long milliseconds)
    {
        if (frames < 2)
            return TimeSpan.Zero;
        return loops == 0 ? TimeSpan.MaxValue : TimeSpan.FromMilliseconds(milliseconds * loops);
    }
}
