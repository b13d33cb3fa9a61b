using Azure;

namespace Monitor.Functions.Tests.Flow;

/// <summary>
/// Every call across a seam (table, blob, queue, fetch, page load, registry, mail) comes through here and is a numbered point.
/// One of them, or several, can be made to fail in one of the ways of <see cref="FaultKind"/>.
/// </summary>
internal sealed class Faults
{
    private static readonly AsyncLocal<Worker?> Current = new();

    private readonly Lock gate = new();
    private readonly List<FaultPoint> passed = [];

    /// <summary>Every point passed so far, in order.</summary>
    public IReadOnlyList<FaultPoint> Passed => passed;

    /// <summary>What happens at a point; nothing by default.</summary>
    public Func<FaultPoint, FaultKind?> Plan { get; set; } = _ => null;

    /// <summary>Points count only while the flow runs, not while a test sets it up or looks at it.</summary>
    public bool Armed { get; set; }

    /// <summary>How many faults happened.</summary>
    public int Happened { get; private set; }

    /// <summary>Whose turn it is, where two workers run at once.</summary>
    public Interleaving? Turns { get; set; }

    /// <summary>Runs a worker; after its death none of its calls has an effect, so that no <c>finally</c> does what a killed process would not.</summary>
    /// <returns>How it ended.</returns>
    public async Task<WorkerEnd> RunAsync(Func<Task> work)
    {
        var worker = new Worker();
        Current.Value = worker;
        try
        {
            await work();
        }
        catch (WorkerDiedException)
        {
        }
        catch (RequestFailedException e) when (e.ErrorCode == nameof(Faults))
        {
            return worker.Dead ? WorkerEnd.Killed : WorkerEnd.Failed;
        }
        finally
        {
            Current.Value = null;
        }
        return worker.Dead ? WorkerEnd.Killed : WorkerEnd.Done;
    }

    /// <summary>Passes a point around one call.</summary>
    public async Task<T> AroundAsync<T>(string name, bool hasEffect, Func<Task<T>> call)
    {
        FaultKind? fault = await EnterAsync(name, hasEffect);
        Happen(fault, FaultKind.KilledBefore, FaultKind.FailsBefore);
        T result = await call();
        Happen(fault, FaultKind.KilledAfter, FaultKind.AnswerLost);
        return result;
    }

    /// <inheritdoc cref="AroundAsync{T}"/>
    public Task AroundAsync(string name, Func<Task> call) => AroundAsync(name, hasEffect: true, async () =>
    {
        await call();
        return 0;
    });

    private async Task<FaultKind?> EnterAsync(string name, bool hasEffect)
    {
        if (!Armed)
            return null;
        if (Turns is { } turns)
            await turns.TurnAsync();
        if (Current.Value is { Dead: true })
            throw new WorkerDiedException();
        lock (gate)
        {
            var point = new FaultPoint(passed.Count, name, hasEffect);
            passed.Add(point);
            return Plan(point);
        }
    }

    private void Happen(FaultKind? fault, FaultKind killing, FaultKind failing)
    {
        if (fault == killing)
        {
            Happened++;
            if (Current.Value is { } worker)
                worker.Dead = true;
            throw new WorkerDiedException();
        }
        if (fault == failing)
        {
            Happened++;
            throw new RequestFailedException(503, "The server is busy.", nameof(Faults), null);
        }
    }

    private sealed class Worker
    {
        public bool Dead { get; set; }
    }
}

/// <summary>One call across a seam.</summary>
/// <param name="Number">Its number in the run, from 0.</param>
/// <param name="Name">Seam and call.</param>
/// <param name="HasEffect">Whether it changes anything outside: for a read, before and after are the same.</param>
internal sealed record FaultPoint(int Number, string Name, bool HasEffect)
{
    /// <summary>Whether it is storage, whose failures are exceptions; elsewhere they are outcomes that have tests of their own.</summary>
    public bool IsStorage => Name.StartsWith("table ", StringComparison.Ordinal) || Name.StartsWith("blob ", StringComparison.Ordinal)
        || Name.StartsWith("queue ", StringComparison.Ordinal);
}

/// <summary>What happens at a point.</summary>
public enum FaultKind
{
    /// <summary>The worker is killed before the call has any effect.</summary>
    KilledBefore,

    /// <summary>The worker is killed after the effect, before the answer arrives.</summary>
    KilledAfter,

    /// <summary>The call fails without effect, and the worker lives.</summary>
    FailsBefore,

    /// <summary>The call has its effect, its answer is lost, and the worker lives.</summary>
    AnswerLost,
}

/// <summary>How a worker ended.</summary>
internal enum WorkerEnd
{
    /// <summary>Its message is handled.</summary>
    Done,

    /// <summary>Its handler threw.</summary>
    Failed,

    /// <summary>Its process is gone.</summary>
    Killed,
}

/// <summary>The worker that runs this code is gone.</summary>
internal sealed class WorkerDiedException() : Exception("The worker was killed.");
