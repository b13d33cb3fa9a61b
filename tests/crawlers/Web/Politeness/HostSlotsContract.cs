using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Monitor.Crawlers.Web.Politeness;
using Monitor.Shared.Settings;
using Xunit;

namespace Monitor.Crawlers.Tests.Web.Politeness;

/// <summary>What holds for turn-taking across workers and within one process alike.</summary>
public abstract class HostSlotsContract
{
    private const string Host = "www.eksempel.no";

    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    protected static IOptions<ScanSettings> Settings { get; } = Options.Create(new ScanSettings { HostDelaySeconds = 2, HostLeaseSeconds = 60 });

    protected abstract IHostSlots Slots { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private async Task<bool> TakeAsync(string holder, string host = Host) => (await Slots.TryAcquireAsync(host, holder, Cancellation)).Acquired;

    [Fact]
    public async Task One_holder_at_a_time_and_other_hosts_are_free()
    {
        Assert.True(await TakeAsync("a"));
        SlotAnswer other = await Slots.TryAcquireAsync(Host, "b", Cancellation);
        Assert.False(other.Acquired);
        Assert.InRange(other.RetryAfter, TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(2));
        Assert.True(await TakeAsync("b", "annet.eksempel.no"));
    }

    [Fact]
    public async Task A_host_rests_between_two_turns()
    {
        Assert.True(await TakeAsync("a"));
        await Slots.ReleaseAsync(Host, "a", Cancellation);

        SlotAnswer early = await Slots.TryAcquireAsync(Host, "b", Cancellation);
        Assert.Equal(new SlotAnswer(false, TimeSpan.FromSeconds(2)), early);
        Clock.Advance(early.RetryAfter);
        Assert.True(await TakeAsync("b"));
    }

    [Fact]
    public async Task A_longer_pause_is_kept()
    {
        Assert.True(await TakeAsync("a"));
        await Slots.ReleaseAsync(Host, "a", TimeSpan.FromSeconds(7), Cancellation);
        Assert.Equal(TimeSpan.FromSeconds(7), (await Slots.TryAcquireAsync(Host, "b", Cancellation)).RetryAfter);
    }

    [Fact]
    public async Task The_same_holder_gets_its_own_slot_again_after_the_pause()
    {
        Assert.True(await TakeAsync("a"));
        Assert.False(await TakeAsync("a"));
        Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.True(await TakeAsync("a"));
        Assert.False(await TakeAsync("b"));
    }

    [Fact]
    public async Task A_dead_holder_loses_the_slot_when_its_lease_ends()
    {
        Assert.True(await TakeAsync("a"));
        Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.False(await TakeAsync("b"));
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await TakeAsync("b"));

        // The first comes back to life and must not take the second's slot away.
        await Slots.ReleaseAsync(Host, "a", Cancellation);
        Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.False(await TakeAsync("c"));
    }

    [Fact]
    public async Task A_pause_that_the_host_asks_for_holds_for_everyone()
    {
        await Slots.PauseAsync(Host, TimeSpan.FromMinutes(5), Cancellation);
        await Slots.PauseAsync(Host, TimeSpan.FromMinutes(1), Cancellation);
        Assert.Equal(TimeSpan.FromMinutes(5), (await Slots.TryAcquireAsync(Host, "a", Cancellation)).RetryAfter);
    }

    [Theory]
    [InlineData(10, 10)]
    [InlineData(1, 2)]
    [InlineData(3600, 30)]
    [InlineData(null, 2)]
    public async Task The_crawl_delay_of_robots_txt_slows_down_but_within_bounds(int? asked, int expected)
    {
        await Slots.SetCrawlDelayAsync(Host, asked is { } s ? TimeSpan.FromSeconds(s) : null, Cancellation);
        Assert.True(await TakeAsync("a"));
        await Slots.ReleaseAsync(Host, "a", Cancellation);
        Assert.Equal(TimeSpan.FromSeconds(expected), (await Slots.TryAcquireAsync(Host, "b", Cancellation)).RetryAfter);
    }

    [Fact]
    public async Task A_release_without_a_turn_is_harmless()
    {
        await Slots.ReleaseAsync(Host, "a", Cancellation);
        Assert.True(await TakeAsync("b"));
    }

    [Theory]
    [InlineData("https://WWW.Eksempel.no./a", "www.eksempel.no")]
    [InlineData("http://[2620:1ec:bdf::69]:8080/", "2620:1ec:bdf::69")]
    [InlineData("mailto:a@b.no", "")]
    public void A_url_names_its_host(string url, string host) => Assert.Equal(host, IHostSlots.HostOf(url));
}
