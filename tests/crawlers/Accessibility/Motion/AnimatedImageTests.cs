using Monitor.Crawlers.Accessibility.Checks.Motion;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.Motion;

public sealed class AnimatedImageTests
{
    [Theory]
    [InlineData(null, 20, 400)]
    [InlineData((ushort)3, 50, 4000)]
    [InlineData((ushort)1, 0, 400)]
    public void A_gif_moves_as_long_as_its_frames_and_repeats_say(ushort? repeats, ushort centiseconds, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), AnimatedImage.Duration(Pictures.Gif(repeats, centiseconds)));

    [Theory]
    [InlineData(1, 700, 1400)]
    [InlineData(4, 700, 5600)]
    public void A_webp_moves_as_long_as_its_frames_and_loops_say(ushort loops, int milliseconds, int total) =>
        Assert.Equal(TimeSpan.FromMilliseconds(total), AnimatedImage.Duration(Pictures.Webp(loops, milliseconds)));

    [Fact]
    public void No_number_of_repeats_is_for_ever()
    {
        Assert.Equal(TimeSpan.MaxValue, AnimatedImage.Duration(Pictures.Gif(0, 20)));
        Assert.Equal(TimeSpan.MaxValue, AnimatedImage.Duration(Pictures.Webp(0, 200)));
    }

    [Fact]
    public void Whatever_is_cut_off_or_no_picture_does_not_move()
    {
        byte[] gif = Pictures.Gif(0, 20);
        Assert.All(Enumerable.Range(0, gif.Length / 2), length => Assert.Equal(TimeSpan.Zero, AnimatedImage.Duration(gif.AsSpan(0, length))));
        Assert.Equal(TimeSpan.Zero, AnimatedImage.Duration("GIF, men ikke et bilde"u8));
    }
}
