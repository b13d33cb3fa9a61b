using Monitor.Crawlers.Tests.Web.Outbound;
using Monitor.Crawlers.Web.Politeness;
using Monitor.Shared.Scans;
using Monitor.Tests.Support;
using Xunit;

namespace Monitor.Crawlers.Tests.Web.Politeness;

public sealed class HostSlotsTests : HostSlotsContract
{
    private readonly MemoryTable<HostRow> table;
    private readonly MemoryTable<HostStateRow> states;

    public HostSlotsTests()
    {
        table = new MemoryTable<HostRow>(Clock);
        states = new MemoryTable<HostStateRow>(Clock);
        Slots = Worker();
    }

    protected override IHostSlots Slots { get; }

    private HostSlots Worker(IHostRows<HostRow>? rows = null) => new(
        rows ?? new StoredHostRows<HostRow>(table), new StoredHostRows<HostStateRow>(states), new HostNaming(Guards.Create(Names)), Settings, Clock);

    [Fact]
    public async Task Of_many_workers_at_once_one_gets_the_turn()
    {
        SlotAnswer[] answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(
            () => Worker().TryAcquireAsync(i % 2 == 0 ? "https://www.eksempel.no/" : "https://delt.example.com/", "test", Cancellation))));

        Assert.Single(answers, a => a.Slot is not null);
        Assert.All(answers.Where(a => a.Slot is null), a => Assert.True(a.RetryAfter > TimeSpan.Zero));
    }

    [Fact]
    public async Task Who_gets_one_slot_but_not_the_other_gives_it_back_as_it_was()
    {
        var late = new SecondComes(new StoredHostRows<HostRow>(table), "eksempel.no", () => TakeAsync("https://arkiv.eksempel.no/"));

        SlotAnswer answer = await Worker(late).TryAcquireAsync("https://www.eksempel.no/", "test", Cancellation);

        Assert.Null(answer.Slot);
        await TakeAsync("http://193.212.1.10/");
    }

    [Fact]
    public async Task A_turn_that_storage_fails_in_the_middle_of_is_given_back()
    {
        var broken = new SecondComes(new StoredHostRows<HostRow>(table), "eksempel.no", () => throw new IOException("Storage is gone."));

        await Assert.ThrowsAsync<IOException>(() => Worker(broken).TryAcquireAsync("https://www.eksempel.no/", "test", Cancellation));

        await TakeAsync();
    }

    [Fact]
    public async Task A_host_that_fares_well_and_asks_for_nothing_has_no_state()
    {
        await TakeAsync();
        await Slots.NoteAsync("https://www.eksempel.no/", new HostAnswer(null), Cancellation);
        await Slots.NoteAsync("https://www.eksempel.no/", new HostAnswer(PageReasons.Gone), Cancellation);
        Assert.Null(await states.FindAsync("www.eksempel.no", HostStateRow.State, Cancellation));
    }

    /// <summary>Rows in which something happens right before one of them is written.</summary>
    private sealed class SecondComes(IHostRows<HostRow> inner, string key, Func<Task> first) : IHostRows<HostRow>
    {
        private bool came;

        public Task<HostRow?> FindAsync(string partition, string row, CancellationToken cancellation) => inner.FindAsync(partition, row, cancellation);

        public async Task<HostRow?> TryWriteAsync(HostRow row, CancellationToken cancellation)
        {
            if (row.PartitionKey == key && !came)
            {
                came = true;
                await first();
            }
            return await inner.TryWriteAsync(row, cancellation);
        }
    }
}
