using Monitor.Shared.Scans;

namespace Monitor.Shared.Alerts;

/// <summary>Sends one mail of the outbox.</summary>
public sealed class SendAlertHandler
{
    /// <summary>See the class.</summary>
    public Task HandleAsync(SendAlertMessage message, CancellationToken cancellation) => throw new NotSupportedException();
}
