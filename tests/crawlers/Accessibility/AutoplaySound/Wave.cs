namespace Monitor.Crawlers.Tests.Accessibility.AutoplaySound;

/// <summary>Recordings as WAVE files: one channel, 16 bits, 8 kHz.</summary>
internal static class Wave
{
    private const int Rate = 8000;
    private const double Pitch = 440;

    /// <summary>A tone and then silence, in seconds.</summary>
    public static byte[] Of(double tone, double silence = 0, double amplitude = 0.5)
    {
        int sounding = (int)(tone * Rate);
        int samples = sounding + (int)(silence * Rate);
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write("RIFF"u8);
        writer.Write(36 + samples * 2);
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)1);
        writer.Write(Rate);
        writer.Write(Rate * 2);
        writer.Write((short)2);
        writer.Write((short)16);
        writer.Write("data"u8);
        writer.Write(samples * 2);
        for (int i = 0; i < samples; i++)
            writer.Write((short)(i < sounding ? amplitude * short.MaxValue * Math.Sin(2 * Math.PI * Pitch * i / Rate) : 0));
        writer.Flush();
        return stream.ToArray();
    }
}
