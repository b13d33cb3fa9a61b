using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Monitor.Crawlers.Tests.Web.Outbound;
using Monitor.Crawlers.Web.Politeness;
using Monitor.Shared.Scans;
using Monitor.Shared.Settings;
using Xunit;

namespace Monitor.Crawlers.Tests.Web.Politeness;

/// <summary>What holds for turn-taking across workers and within one process alike.</summary>
public abstract class HostSlotsContract
{
    private const string Url = "https://www.eksempel.no/a";

    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    protected static IOptions<ScanSettings> Settings { get; } =
        Options.Create(new ScanSettings { HostDelaySeconds = 2, HostLeaseSeconds = 60, CircuitRestMinutes = 30 });

    private protected FakeResolver Names { get; } = new FakeResolver()
        .Answer("www.eksempel.no", ["193.212.1.10"])
        .Answer("delt.example.com", ["193.212.1.10", "2a02:2121::10"])
        .Answer("alene.example.org", ["193.212.1.99"])
        .Answer("inne.example.net", ["10.0.0.1"])
        .Answer("seks.example.edu", ["2a02:2121::10"]);

    protected abstract IHostSlots Slots { get; }

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected Task<SlotAnswer> AskAsync(string url = Url) => Slots.TryAcquireAsync(url, "test", Cancellation);

    protected async Task<HostSlot> TakeAsync(string url = Url)
    {
        SlotAnswer answer = await AskAsync(url);
        Assert.NotNull(answer.Slot);
        return answer.Slot;
    }

    private Task ReleaseAsync(HostSlot slot, double pause = 0) => Slots.ReleaseAsync(slot, TimeSpan.FromSeconds(pause), Cancellation);

    private async Task VisitAsync(string? reason = null, TimeSpan? retryAfter = null, string url = Url)
    {
        HostSlot slot = await TakeAsync(url);
        await Slots.NoteAsync(url, new HostAnswer(reason, retryAfter), Cancellation);
        await ReleaseAsync(slot);
    }

    [Theory]
    [InlineData("https://www.eksempel.no/b")]
    [InlineData("http://arkiv.eksempel.no:8080/")]
    [InlineData("https://eksempel.no/")]
    [InlineData("https://delt.example.com/")]
    [InlineData("http://193.212.1.10/")]
    public async Task One_turn_at_a_time_for_a_domain_and_for_an_address(string other)
    {
        HostSlot slot = await TakeAsync();

        SlotAnswer busy = await AskAsync(other);
        Assert.Null(busy.Slot);
        Assert.True(busy.Busy);
        Assert.InRange(busy.RetryAfter, TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(3));
        await ReleaseAsync(slot);
        SlotAnswer resting = await AskAsync(other);
        Assert.Equal((null, false, TimeSpan.FromSeconds(2)), (resting.Slot, resting.Busy, resting.RetryAfter));
        Clock.Advance(resting.RetryAfter);
        await TakeAsync(other);
    }

    [Fact]
    public async Task Another_domain_on_another_address_is_free()
    {
        await TakeAsync();
        await TakeAsync("https://alene.example.org/");
    }

    [Fact]
    public async Task Every_address_behind_a_name_counts()
    {
        HostSlot slot = await TakeAsync("https://delt.example.com/");

        Assert.Equal(["193.212.1.10", "2a02:2121::10", "example.com"], slot.Keys);
        Assert.Null((await AskAsync("https://seks.example.edu/")).Slot);
        Assert.Null((await AskAsync()).Slot);
    }

    [Fact]
    public async Task What_the_guard_refuses_or_nobody_knows_has_its_domain_alone()
    {
        Assert.Equal(["example.net"], (await TakeAsync("https://inne.example.net/")).Keys);
        Assert.Equal(["ukjent.no"], (await TakeAsync("https://a.ukjent.no/")).Keys);
        Assert.Equal(["localhost"], (await TakeAsync("http://localhost/")).Keys);
        Assert.DoesNotContain("localhost", Names.Asked);
    }

    [Fact]
    public async Task A_domain_that_is_busy_is_not_looked_up()
    {
        await TakeAsync();
        await AskAsync("https://annet.eksempel.no/");
        Assert.Equal(["www.eksempel.no"], Names.Asked);
    }

    [Fact]
    public async Task A_longer_pause_is_kept()
    {
        await ReleaseAsync(await TakeAsync(), 7);
        Assert.Equal(TimeSpan.FromSeconds(7), (await AskAsync()).RetryAfter);
    }

    [Fact]
    public async Task Nobody_gets_the_turn_again_while_it_is_taken_not_even_for_the_same_purpose()
    {
        await TakeAsync();
        Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Null((await AskAsync()).Slot);
    }

    [Fact]
    public async Task Who_died_holding_a_turn_costs_one_lease_and_never_takes_anothers_away()
    {
        HostSlot dead = await TakeAsync();
        Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Null((await AskAsync()).Slot);
        Assert.Null((await AskAsync("https://delt.example.com/")).Slot);
        Clock.Advance(TimeSpan.FromSeconds(1));
        await TakeAsync();

        // The first comes back to life.
        await ReleaseAsync(dead);
        Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Null((await AskAsync()).Slot);
        Assert.Null((await AskAsync("https://delt.example.com/")).Slot);
    }

    [Fact]
    public async Task Those_who_wait_ask_about_as_often_as_turns_take_and_not_in_step()
    {
        HostSlot slow = await TakeAsync();
        Clock.Advance(TimeSpan.FromSeconds(18));
        await ReleaseAsync(slow);
        Clock.Advance(TimeSpan.FromSeconds(2));
        await TakeAsync();

        TimeSpan[] waits = [(await AskAsync()).RetryAfter, (await AskAsync()).RetryAfter, (await AskAsync()).RetryAfter];

        Assert.All(waits, w => Assert.InRange(w, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(25)));
        Assert.Equal(3, waits.Distinct().Count());
    }

    [Theory]
    [InlineData(10, 10)]
    [InlineData(1, 2)]
    [InlineData(3600, 30)]
    [InlineData(null, 2)]
    public async Task The_crawl_delay_of_robots_txt_slows_down_but_within_bounds(int? asked, int expected)
    {
        await Slots.SetCrawlDelayAsync(Url, asked is { } s ? TimeSpan.FromSeconds(s) : null, Cancellation);
        await ReleaseAsync(await TakeAsync());
        Assert.Equal(TimeSpan.FromSeconds(expected), (await AskAsync()).RetryAfter);
    }

    [Fact]
    public async Task A_rest_that_the_host_asks_for_holds_for_the_whole_host_and_for_no_neighbour()
    {
        await VisitAsync(PageReasons.Throttled, TimeSpan.FromMinutes(5));
        Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(TimeSpan.FromSeconds(298), (await AskAsync("https://www.eksempel.no/annet")).RetryAfter);
        Assert.Equal(TimeSpan.FromSeconds(298), (await Slots.AskAsync(Url, Cancellation)).RetryAfter);
        await TakeAsync("https://delt.example.com/");
    }

    [Fact]
    public async Task A_host_that_rests_longer_than_a_scan_can_wait_is_refused()
    {
        await VisitAsync(PageReasons.Throttled, TimeSpan.FromHours(2));
        Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(PageReasons.Throttled, (await AskAsync()).Refusal);
        Clock.Advance(TimeSpan.FromMinutes(111));
        Assert.Null((await AskAsync()).Refusal);
        Clock.Advance(TimeSpan.FromMinutes(9));
        await TakeAsync();
    }

    [Fact]
    public async Task Five_failures_in_a_row_open_the_circuit_and_the_first_request_after_the_rest_decides()
    {
        for (int i = 0; i < 5; i++)
        {
            Assert.Null((await Slots.AskAsync(Url, Cancellation)).Refusal);
            await FailAsync();
        }
        Assert.Equal(PageReasons.Blocked, (await AskAsync()).Refusal);
        Assert.Equal(PageReasons.Blocked, (await Slots.AskAsync(Url, Cancellation)).Refusal);
        await TakeAsync("https://delt.example.com/");

        Clock.Advance(TimeSpan.FromMinutes(29));
        await FailAsync();
        Assert.Equal(PageReasons.Blocked, (await AskAsync()).Refusal);

        Clock.Advance(TimeSpan.FromMinutes(60));
        await VisitAsync();
        Clock.Advance(TimeSpan.FromSeconds(2));
        await FailAsync();
        Assert.Null((await AskAsync()).Refusal);
    }

    [Fact]
    public async Task A_release_without_a_turn_is_harmless()
    {
        await ReleaseAsync(new HostSlot("www.eksempel.no", "ingen", ["eksempel.no"]));
        await TakeAsync();
    }

    [Theory]
    [InlineData("https://WWW.Eksempel.no./a", "www.eksempel.no")]
    [InlineData("http://[2620:1ec:bdf::69]:8080/", "2620:1ec:bdf::69")]
    [InlineData("mailto:a@b.no", "")]
    public void A_url_names_its_host(string url, string host) => Assert.Equal(host, IHostSlots.HostOf(url));

    private async Task FailAsync()
    {
        await VisitAsync(PageReasons.ServerError);
        Clock.Advance(TimeSpan.FromMinutes(4));
    }
}
