using System.Buffers.Binary;
using Microsoft.AspNetCore.Http;

namespace Monitor.Crawlers.Tests.Accessibility.Motion;

/// <summary>Pictures of one pixel and two frames.</summary>
internal static class Pictures
{
    /// <summary>A GIF.</summary>
    /// <param name="repeats">How often it says it is repeated, 0 for ever; null where it says nothing.</param>
    /// <param name="centiseconds">How long each frame is shown.</param>
    public static byte[] Gif(ushort? repeats, ushort centiseconds)
    {
        byte[] frame = [0x21, 0xF9, 4, 0, (byte)centiseconds, (byte)(centiseconds >> 8), 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0];
        byte[] loop = repeats is { } count ? [0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, (byte)count, (byte)(count >> 8), 0] : [];
        return [.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255, .. loop, .. frame, .. frame, 0x3B];
    }

    /// <summary>The frame of a WebP, without what is drawn.</summary>
    public static byte[] Webp(ushort loops, int milliseconds)
    {
        byte[] duration = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(duration, milliseconds);
        byte[] frame = [.. "ANMF"u8, 16, 0, 0, 0, .. new byte[12], .. duration];
        return [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBP"u8, .. "ANIM"u8, 6, 0, 0, 0, 0, 0, 0, 0, (byte)loops, 0, .. frame, .. frame];
    }

    /// <summary>Answers with a GIF.</summary>
    public static RequestDelegate Answer(byte[] bytes) => context =>
    {
        context.Response.ContentType = "image/gif";
        context.Response.ContentLength = bytes.Length;
        return context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    };
}
