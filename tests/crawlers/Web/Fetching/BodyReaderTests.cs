using Microsoft.Extensions.Time.Testing;
using Monitor.Crawlers.Web.Fetching;
using Monitor.Shared.Scans;
using Xunit;

namespace Monitor.Crawlers.Tests.Web.Fetching;

public sealed class BodyReaderTests
{
    [Theory]
    [InlineData(1, PageReasons.Timeout)]
    [InlineData(4096, null)]
    public async Task A_body_that_drips_is_given_up_and_a_slow_one_is_not(int bytesASecond, string? reason)
    {
        var clock = new FakeTimeProvider();
        var reader = new BodyReader(new FetchSettings(), clock);

        BodyResult body = await reader.ReadAsync(
            new Dripping(clock, bytesASecond, seconds: 30), null, 1_000_000, truncate: false, TestContext.Current.CancellationToken);

        Assert.Equal(reason, body.Reason);
    }

    /// <summary>Gives so many bytes a second, by the test's clock.</summary>
    private sealed class Dripping(FakeTimeProvider clock, int bytesASecond, int seconds) : MemoryStream(new byte[bytesASecond * seconds])
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            return base.ReadAsync(buffer[..Math.Min(buffer.Length, bytesASecond)], cancellationToken);
        }
    }
}
