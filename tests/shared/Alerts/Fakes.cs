using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;
using Monitor.Tests.Support;

namespace Monitor.Shared.Tests.Alerts;

internal sealed class FakeRuleTexts : IRuleTexts
{
    public bool Broken { get; set; }

    public LocalizedText? Find(string check, string rule) => (check, rule) switch
    {
        _ when Broken => throw new InvalidOperationException("The texts are broken."),
        ("axe", "image-alt") => new LocalizedText("Bildet mangler tekstalternativ", "Biletet manglar tekstalternativ", "The image lacks a text alternative"),
        _ => null,
    };
}

/// <summary>Keeps every line logged, formatted.</summary>
internal sealed class RecordedLog : ILoggerProvider, ILogger
{
    private readonly Lock gate = new();
    private readonly List<string> lines = [];

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (gate)
                return [.. lines];
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (gate)
            lines.Add(formatter(state, exception));
    }

    public void Dispose()
    {
    }
}

internal static class BreakingTables
{
    /// <summary>Puts a <see cref="BreakingTable{TRow}"/> before the in-memory one.</summary>
    public static void AddBreaking<TRow>(this IServiceCollection services) where TRow : Row, IStoredRow, new()
    {
        services.AddSingleton(s => new BreakingTable<TRow>(new MemoryTable<TRow>(s.GetRequiredService<TimeProvider>())));
        services.AddSingleton<ITable<TRow>>(s => s.GetRequiredService<BreakingTable<TRow>>());
    }
}

/// <summary>A table that fails when told to, as a process does that is killed there.</summary>
internal sealed class BreakingTable<TRow>(ITable<TRow> inner) : ITable<TRow> where TRow : Row, IStoredRow, new()
{
    /// <summary>Which replacement fails, before it is made.</summary>
    public Func<TRow, bool> Breaks { get; set; } = _ => false;

    /// <summary>Which insertion fails, after it was made.</summary>
    public Func<TRow, bool> BreaksAfterInsert { get; set; } = _ => false;

    public Task<TRow?> FindAsync(string partition, string row, CancellationToken cancellation) => inner.FindAsync(partition, row, cancellation);

    public async Task<TRow?> TryInsertAsync(TRow row, CancellationToken cancellation)
    {
        TRow? stored = await inner.TryInsertAsync(row, cancellation);
        return BreaksAfterInsert(row) ? throw new InvalidOperationException("Killed.") : stored;
    }

    public Task<TRow?> TryReplaceAsync(TRow row, CancellationToken cancellation) =>
        Breaks(row) ? throw new InvalidOperationException("Killed.") : inner.TryReplaceAsync(row, cancellation);

    public Task<TRow> PutAsync(TRow row, CancellationToken cancellation) => inner.PutAsync(row, cancellation);

    public Task PutAllAsync(IReadOnlyCollection<TRow> rows, CancellationToken cancellation) => inner.PutAllAsync(rows, cancellation);

    public Task DeleteAsync(string partition, string row, CancellationToken cancellation) => inner.DeleteAsync(partition, row, cancellation);

    public IAsyncEnumerable<TRow> ReadAsync(string partition, string prefix, CancellationToken cancellation) => inner.ReadAsync(partition, prefix, cancellation);

    public Task<RowPage<TRow>> PageAsync(string partition, string prefix, int limit, string? continuationToken, CancellationToken cancellation) =>
        inner.PageAsync(partition, prefix, limit, continuationToken, cancellation);

    public IAsyncEnumerable<TRow> ReadAllAsync(CancellationToken cancellation) => inner.ReadAllAsync(cancellation);
}
