using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Monitor.Shared.Access;

/// <summary>
/// Counts failed sign-ins by address, in this process's memory: a key cannot be guessed, so this only keeps noise and load down.
/// A fixed window; what it forgets first when many addresses come is the oldest.
/// </summary>
public sealed class SignInLimiter(IOptions<AccessSettings> settings, TimeProvider clock)
{
    private const int MaxAddresses = 10_000;
    private readonly ConcurrentDictionary<string, Window> windows = new(StringComparer.Ordinal);

    private TimeSpan Length => TimeSpan.FromMinutes(settings.Value.SignInMinutes);

    /// <summary>How long the address must wait; null when it may try.</summary>
    public TimeSpan? MustWait(string address)
    {
        if (!windows.TryGetValue(address, out Window? window) || window.Failures < settings.Value.SignInAttempts)
            return null;
        TimeSpan left = window.Start + Length - clock.GetUtcNow();
        return left > TimeSpan.Zero ? left : null;
    }

    /// <summary>Notes a failed attempt.</summary>
    public void Failed(string address)
    {
        DateTimeOffset now = clock.GetUtcNow();
        windows.AddOrUpdate(
            address,
            _ => new Window(now, 1),
            (_, window) => window.Start + Length > now ? window with { Failures = window.Failures + 1 } : new Window(now, 1));
        if (windows.Count > MaxAddresses)
            Trim(now);
    }

    /// <summary>Forgets an address that got in.</summary>
    public void Succeeded(string address) => windows.TryRemove(address, out _);

    private void Trim(DateTimeOffset now)
    {
        KeyValuePair<string, Window>[] all = [.. windows];
        foreach ((string address, Window window) in all.OrderBy(w => w.Value.Start).Take(MaxAddresses / 10).Concat(all.Where(w => w.Value.Start + Length <= now)))
            windows.TryRemove(new(address, window));
    }

    private sealed record Window(DateTimeOffset Start, int Failures);
}
