namespace Monitor.Crawlers.Registries.Http;

/// <summary>
/// How a rate limit is kept: a few requests at once, then evenly spaced, so that no window of time, wherever it begins, ever holds more than the limit.
/// </summary>
/// <param name="Burst">Requests that may go out at once after a rest.</param>
/// <param name="Interval">The time between requests after that.</param>
internal sealed record RegistryPace(int Burst, TimeSpan Interval)
{
    /// <summary>The pace that keeps a limit: with a burst of b, the other limit − b of a window come one an interval of window ÷ (limit − b + 1).</summary>
    public static RegistryPace Of(RegistryEndpointSettings endpoint)
    {
        int burst = Math.Max(1, endpoint.RateLimit * 2 / 5);
        return new RegistryPace(burst, TimeSpan.FromSeconds(endpoint.RateWindowSeconds / (endpoint.RateLimit - burst + 1)));
    }

    /// <summary>Takes the next turn (the generic cell rate algorithm, ITU-T I.371). Pure.</summary>
    /// <param name="row">What all workers know of the registry.</param>
    /// <param name="now">The time (UTC).</param>
    /// <param name="longest">The longest wait that is of use.</param>
    /// <returns>How long to wait for it, with the row that reserves it; null when that is too long, and nothing is reserved.</returns>
    public (TimeSpan Wait, RegistryRow Row)? Reserve(RegistryRow row, DateTimeOffset now, TimeSpan longest)
    {
        DateTimeOffset turn = row.NextAt - Interval * (Burst - 1);
        if (row.RestsUntil > turn)
            turn = row.RestsUntil.Value;
        if (turn < now)
            turn = now;
        return turn - now > longest ? null : (turn - now, row with { NextAt = (row.NextAt > turn ? row.NextAt : turn) + Interval });
    }
}
