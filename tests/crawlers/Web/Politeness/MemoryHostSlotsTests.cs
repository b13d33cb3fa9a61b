using Monitor.Crawlers.Web.Politeness;

namespace Monitor.Crawlers.Tests.Web.Politeness;

public sealed class MemoryHostSlotsTests : HostSlotsContract
{
    public MemoryHostSlotsTests() => Slots = new MemoryHostSlots(Settings, Clock);

    protected override IHostSlots Slots { get; }
}
