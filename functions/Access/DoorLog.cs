using Microsoft.Extensions.Logging;

namespace Monitor.Functions.Access;

internal static partial class DoorLog
{
    [LoggerMessage(1, LogLevel.Error, "{Method} {Path} broke.")]
    public static partial void Broke(ILogger log, Exception exception, string method, string path);
}
