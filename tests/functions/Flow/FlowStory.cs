using Monitor.Shared.Scans;

namespace Monitor.Functions.Tests.Flow;

/// <summary>
/// What is told again and again, with a fault in another place each time: a first scan with its welcome mail, the night's look at the registries with a mail about what a law demands,
/// a week later a scan that meets a new fault and mails about it, and the overview.
/// </summary>
internal static class FlowStory
{
    public const string NewCause = "label/form input";

    /// <summary>Tells it.</summary>
    /// <param name="world">A fresh world.</param>
    /// <param name="deliver">How messages are delivered; once and in order by default.</param>
    /// <param name="scans">How many scans it tells of, one or both.</param>
    public static async Task TellAsync(FlowWorld world, Func<Task>? deliver = null, int scans = 2)
    {
        deliver ??= () => world.DeliverAllAsync();
        await ScanAsync(world, deliver);

        world.Clock.SetUtcNow(FlowWorld.Begin.AddHours(14));
        await world.TimerAsync(t => t.CheckRegistries);
        await deliver();

        if (scans == 2)
        {
            world.Site[FlowSite.News] = world.Site[FlowSite.News] with { Failed = [NewCause] };
            world.Clock.SetUtcNow(FlowWorld.Begin.AddDays(7));
            await ScanAsync(world, deliver);
        }

        world.Clock.SetUtcNow(FlowWorld.Begin.AddDays(8));
        await world.TimerAsync(t => t.SweepOutbox);
        await deliver();
        await world.TimerAsync(t => t.BuildOverview);
    }

    private static async Task ScanAsync(FlowWorld world, Func<Task> deliver)
    {
        await world.TimerAsync(t => t.ScheduleScans);
        await deliver();
        // What a lost worker or message left lying, the timer finds by and by.
        for (int round = 0; (await world.RowsAsync<ScanRow>()).Any(s => !s.Ended); round++)
        {
            Assert.InRange(round, 0, 10);
            world.Clock.Advance(TimeSpan.FromMinutes(20));
            await world.TimerAsync(t => t.ScheduleScans);
            await deliver();
        }
    }
}
