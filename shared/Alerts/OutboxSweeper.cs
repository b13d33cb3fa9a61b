
namespace Monitor.Shared.Alerts;

/// <summary>Finds owed mails whose queue message was lost, and those left in sending by a dead worker.</summary>
public sealed class OutboxSweeper
{
    /// <summary>See the class.</summary>
    public Task RunAsync(CancellationToken cancellation) => throw new NotSupportedException();
}
