using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Registries;

/// <summary>Asks the registries about one agency and stores what they say.</summary>
public sealed class CheckAgencyHandler
{
    /// <summary>Handles one message; may meet the same one twice.</summary>
    public Task HandleAsync(CheckAgencyMessage message, CancellationToken cancellation) => throw new NotSupportedException();
}
