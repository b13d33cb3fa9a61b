
namespace Monitor.Shared.Scans;

/// <summary>Records a message that failed too often as a result and as a task.</summary>
public sealed class PoisonHandler
{
    /// <summary>See the class.</summary>
    public Task HandleAsync(string queue, string message, CancellationToken cancellation) => throw new NotSupportedException();
}
