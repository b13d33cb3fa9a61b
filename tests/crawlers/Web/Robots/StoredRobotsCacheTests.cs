using Microsoft.Extensions.Time.Testing;
using Monitor.Crawlers.Web.Robots;
using Monitor.Tests.Support;
using Xunit;

namespace Monitor.Crawlers.Tests.Web.Robots;

public sealed class StoredRobotsCacheTests
{
    private const string Origin = "https://www.eksempel.no:443";
    private readonly FakeTimeProvider clock = new();
    private readonly MemoryBlobs blobs = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private StoredRobotsCache Worker() => new(blobs, clock);

    [Fact]
    public async Task A_copy_is_good_for_every_worker_for_a_day_and_not_longer()
    {
        await Worker().KeepAsync(Origin, "User-agent: *\nDisallow: /æ", Cancellation);
        clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        Assert.Equal("User-agent: *\nDisallow: /æ", await Worker().FindAsync(Origin, Cancellation));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await Worker().FindAsync(Origin, Cancellation));
    }

    [Theory]
    [InlineData("http://www.eksempel.no:443")]
    [InlineData("https://eksempel.no:443")]
    [InlineData("https://www.eksempel.no:8443")]
    public async Task Another_scheme_host_or_port_is_another_origin(string other)
    {
        await Worker().KeepAsync(Origin, "", Cancellation);
        Assert.Equal("", await Worker().FindAsync(Origin, Cancellation));
        Assert.Null(await Worker().FindAsync(other, Cancellation));
    }

    [Fact]
    public async Task A_newer_copy_takes_the_place_of_an_older()
    {
        await Worker().KeepAsync(Origin, "gammel", Cancellation);
        await Worker().KeepAsync(Origin, "ny", Cancellation);
        Assert.Equal("ny", await Worker().FindAsync(Origin, Cancellation));
    }
}
