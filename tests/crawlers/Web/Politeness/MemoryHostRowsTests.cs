using Monitor.Crawlers.Tests.Web.Outbound;
using Monitor.Crawlers.Web.Politeness;
using Monitor.Shared.Scans;
using Xunit;

namespace Monitor.Crawlers.Tests.Web.Politeness;

public sealed class MemoryHostRowsTests : HostSlotsContract
{
    private readonly MemoryHostRows<HostRow> rows = new();

    public MemoryHostRowsTests() =>
        Slots = new HostSlots(rows, new MemoryHostRows<HostStateRow>(), new HostNaming(Guards.Create(Names)), Settings, Clock);

    protected override IHostSlots Slots { get; }

    [Fact]
    public async Task A_row_that_another_changed_is_not_written()
    {
        var row = new HostRow { PartitionKey = "a.no", RowKey = HostRow.Slot };
        HostRow first = (await rows.TryWriteAsync(row, Cancellation))!;
        Assert.Null(await rows.TryWriteAsync(row, Cancellation));
        Assert.NotNull(await rows.TryWriteAsync(first with { Holder = "a" }, Cancellation));
        Assert.Null(await rows.TryWriteAsync(first with { Holder = "b" }, Cancellation));
        Assert.Equal("a", (await rows.FindAsync("a.no", HostRow.Slot, Cancellation))!.Holder);
    }
}
