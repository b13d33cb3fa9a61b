using System.Collections.Concurrent;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Shared.Scans;

namespace Monitor.Benchmarks.Audits;

/// <summary>A check of the product, with the time it took on each page as that arrived; further states of it are counted apart.</summary>
internal sealed class TimedCheck(ICheck check, TimeProvider clock) : ICheck
{
    /// <summary>Milliseconds by page.</summary>
    public ConcurrentDictionary<string, double> Taken { get; } = new();

    public string Id => check.Id;

    public EngineInfo Engine => check.Engine;

    public IReadOnlyList<CheckRule> Rules => check.Rules;

    public bool Acts => check.Acts;

    public async Task<IReadOnlyList<RuleObservation>> RunAsync(CheckContext context, CancellationToken cancellation)
    {
        string url = context.Page.Url;
        long begun = clock.GetTimestamp();
        try
        {
            return await check.RunAsync(context, cancellation);
        }
        finally
        {
            Taken.TryAdd(url, clock.GetElapsedTime(begun).TotalMilliseconds);
        }
    }
}
