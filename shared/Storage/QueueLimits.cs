using System.Text;

namespace Monitor.Shared.Storage;

/// <summary>The limits of Azure Queue Storage, checked before anything is sent (learn.microsoft.com/rest/api/storageservices/put-message).</summary>
public static class QueueLimits
{
    /// <summary>Bytes in one message.</summary>
    public const int MessageBytes = 64 * 1024;

    /// <summary>The longest that a message can be invisible.</summary>
    public static readonly TimeSpan LongestDelay = TimeSpan.FromDays(7);

    /// <summary>Checks a message as it is sent.</summary>
    /// <exception cref="InvalidOperationException">It is too large, or the delay is none; a bug of ours, since messages carry ids.</exception>
    public static void Check(string body, TimeSpan delay)
    {
        int bytes = Encoding.UTF8.GetByteCount(body);
        if (bytes > MessageBytes)
            throw new InvalidOperationException($"A message has {bytes} bytes; {MessageBytes} fit.");
        if (delay < TimeSpan.Zero || delay > LongestDelay)
            throw new InvalidOperationException($"A message cannot be delayed by {delay}.");
    }
}
