using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Web.Politeness;

/// <summary>Whether it is the asker's turn.</summary>
public sealed record SlotAnswer
{
    /// <summary>The turn; null where it is not the asker's.</summary>
    public HostSlot? Slot { get; private init; }

    /// <summary>When to ask again, where it is not.</summary>
    public TimeSpan RetryAfter { get; private init; }

    /// <summary>Whether another has the turn; otherwise the host rests.</summary>
    public bool Busy { get; private init; }

    /// <summary>
    /// Why the host is not asked at all for longer than a scan can wait: <see cref="PageReasons.Blocked"/> or <see cref="PageReasons.Throttled"/>; null where it may be.
    /// </summary>
    public string? Refusal { get; private init; }

    internal static SlotAnswer Free { get; } = new();

    internal static SlotAnswer Taken(HostSlot slot) => new() { Slot = slot };

    internal static SlotAnswer HeldByAnother(TimeSpan retryAfter) => new() { RetryAfter = retryAfter, Busy = true };

    internal static SlotAnswer Resting(TimeSpan retryAfter) => new() { RetryAfter = retryAfter };

    internal static SlotAnswer Refused(string reason, TimeSpan retryAfter) => new() { RetryAfter = retryAfter, Refusal = reason };
}

/// <summary>A turn that was taken, to be given back.</summary>
/// <param name="Host">The host.</param>
/// <param name="Holder">Who has it: no two turns have the same holder.</param>
/// <param name="Keys">The domain and addresses it is held at.</param>
public sealed record HostSlot(string Host, string Holder, IReadOnlyList<string> Keys);
