using System.Text.Json;
using Microsoft.Extensions.Logging;
using Monitor.Shared.Storage;

namespace Monitor.Local.Runner;

/// <summary>When each timer last ran, in a blob a timer. Storage that is down costs a caught-up run, never a timer.</summary>
internal sealed class TimerMemory(IBlobs blobs, ILogger logger)
{
    public static string BlobOf(string function) => $"runner/timers/{function}.json";

    /// <summary>When the timer last ran (UTC); null when that is not known.</summary>
    public async Task<DateTimeOffset?> ReadAsync(TimerFunction timer)
    {
        if (!timer.Remembered)
            return null;
        try
        {
            return (await blobs.ReadJsonAsync<LastRun>(BlobOf(timer.Function.Name), CancellationToken.None))?.At;
        }
        catch (Exception e) when (e is JsonException || StorageErrors.IsStorage(e))
        {
            logger.TimerMemoryFailed(timer.Function.Name, e);
            return null;
        }
    }

    /// <summary>Stores when the timer last ran.</summary>
    public async Task WriteAsync(TimerFunction timer, DateTimeOffset last)
    {
        if (!timer.Remembered)
            return;
        try
        {
            await blobs.WriteJsonAsync(BlobOf(timer.Function.Name), new LastRun(last), CancellationToken.None);
        }
        catch (Exception e) when (StorageErrors.IsStorage(e))
        {
            logger.TimerMemoryFailed(timer.Function.Name, e);
        }
    }

    private sealed record LastRun(DateTimeOffset At);
}
