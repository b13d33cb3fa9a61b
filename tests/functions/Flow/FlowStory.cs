using Monitor.Shared.Scans;

namespace Monitor.Functions.Tests.Flow;

/// <summary>
/// What is told again and again, with a fault in another place each time: a first scan with its welcome mail, the night's look at the registries,
/// a week later a scan that meets a new fault and mails about it, and the overview.
/// </summary>
internal static class FlowStory
{
    public const string NewCause = "label/form input";

    /// <summary>Tells it.</summary>
    /// <param name="world">A fresh world.</param>
    /// <param name="deliver">How messages are delivered; once and in order by default.</param>
    public static async Task TellAsync(FlowWorld world, Func<Task>? deliver = null)
    {
        deliver ??= () => world.DeliverAllAsync();
        await world.TimerAsync(t => t.ScheduleScans);
        await deliver();

        world.Clock.SetUtcNow(FlowWorld.Begin.AddHours(14));
        await world.TimerAsync(t => t.CheckRegistries);
        await deliver();

        world.Site[FlowSite.News] = world.Site[FlowSite.News] with { Failed = [NewCause] };
        world.Clock.SetUtcNow(FlowWorld.Begin.AddDays(7));
        await world.TimerAsync(t => t.ScheduleScans);
        await deliver();
        await EndAsync(world, deliver);
    }

    /// <summary>What the timers do in any case afterwards.</summary>
    public static async Task EndAsync(FlowWorld world, Func<Task> deliver)
    {
        world.Clock.SetUtcNow(FlowWorld.Begin.AddDays(8));
        await world.TimerAsync(t => t.SweepOutbox);
        await deliver();
        await world.TimerAsync(t => t.BuildOverview);
    }
}
