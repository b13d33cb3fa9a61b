using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Monitor.Crawlers.Registries.Http;
using Monitor.Tests.Support;
using Xunit;

namespace Monitor.Crawlers.Tests.Registries;

/// <summary>A registry's rate limit, kept by all workers together.</summary>
public sealed class RegistryTurnTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Long = TimeSpan.FromDays(365);
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public void No_window_wherever_it_begins_holds_more_than_the_limit() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[1, 120], Gen.Int[0, 30_000].Array[1, 120]).Sample((limit, seconds, pauses) =>
        {
            var pace = RegistryPace.Of(new RegistryEndpointSettings { RateLimit = limit, RateWindowSeconds = seconds });
            var row = new RegistryRow();
            DateTimeOffset now = Start;
            var turns = new List<DateTimeOffset>();
            foreach (int pause in pauses)
            {
                now += TimeSpan.FromMilliseconds(pause);
                (TimeSpan wait, row) = pace.Reserve(row, now, Long)!.Value;
                turns.Add(now + wait);
            }
            // Half a tick of rounding an interval is not the registry's business.
            var window = TimeSpan.FromSeconds(seconds) - TimeSpan.FromTicks(limit);
            return turns.All(first => turns.Count(t => t >= first && t < first + window) <= limit) && turns.SequenceEqual(turns.Order());
        });

    [Fact]
    public void A_turn_too_far_away_is_not_reserved()
    {
        var pace = new RegistryPace(1, TimeSpan.FromSeconds(10));
        RegistryRow first = pace.Reserve(new RegistryRow(), Start, TimeSpan.Zero)!.Value.Row;

        Assert.Null(pace.Reserve(first, Start, TimeSpan.FromSeconds(9)));
        Assert.Equal(TimeSpan.FromSeconds(10), pace.Reserve(first, Start, TimeSpan.FromSeconds(10))!.Value.Wait);
    }

    [Fact]
    public async Task Workers_share_one_row_and_none_gets_anothers_turn()
    {
        var clock = new FakeTimeProvider(Start);
        var table = new MemoryTable<RegistryRow>(clock);
        var pace = new RegistryPace(1, TimeSpan.FromSeconds(1));
        RegistryTurns[] workers = [.. Enumerable.Range(0, 4).Select(_ => new RegistryTurns(table, clock))];

        TimeSpan?[] waits = await Task.WhenAll(workers.SelectMany(w => Enumerable.Range(0, 5).Select(_ => Task.Run(() => w.ReserveAsync("Search", pace, Long, Cancellation)))));

        Assert.Equal(Enumerable.Range(0, 20).Select(i => (TimeSpan?)TimeSpan.FromSeconds(i)), waits.Order());
    }

    [Fact]
    public async Task A_rest_holds_for_every_worker_and_a_shorter_one_shortens_nothing()
    {
        var clock = new FakeTimeProvider(Start);
        var table = new MemoryTable<RegistryRow>(clock);
        var pace = new RegistryPace(1, TimeSpan.FromSeconds(1));

        await new RegistryTurns(table, clock).RestAsync("Search", TimeSpan.FromSeconds(30), Cancellation);
        await new RegistryTurns(table, clock).RestAsync("Search", TimeSpan.FromSeconds(5), Cancellation);

        Assert.Equal(TimeSpan.FromSeconds(30), await new RegistryTurns(table, clock).ReserveAsync("Search", pace, Long, Cancellation));
    }

    [Fact]
    public async Task The_command_line_takes_turns_in_memory_alike()
    {
        var clock = new FakeTimeProvider(Start);
        var turns = new MemoryRegistryTurns(clock);
        var pace = new RegistryPace(2, TimeSpan.FromSeconds(6));

        Assert.Equal(
            [TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromSeconds(6), null],
            (TimeSpan?[])[.. await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => turns.ReserveAsync("Search", pace, TimeSpan.FromSeconds(10), Cancellation)))]);
        await turns.RestAsync("Other", TimeSpan.FromSeconds(7), Cancellation);
        Assert.Equal(TimeSpan.FromSeconds(7), await turns.ReserveAsync("Other", pace, Long, Cancellation));
    }
}
