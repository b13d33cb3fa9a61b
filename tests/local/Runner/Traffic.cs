using Azure.Core;
using Azure.Core.Pipeline;
using Xunit;

namespace Monitor.Local.Tests.Runner;

/// <summary>What the runner says to queue storage: a test waits for a request to be answered, holds an answer back, or breaks the connection.</summary>
internal sealed class Traffic : HttpPipelinePolicy
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private readonly List<string> answered = [];
    private readonly List<(Func<string, bool> Which, int Times, TaskCompletionSource Seen)> waiting = [];
    private (Func<string, bool> Which, TaskCompletionSource Reached, Task Until)? held;
    private int broken;

    public static Func<string, bool> Deleted(string queue) => r => r.StartsWith("DELETE", StringComparison.Ordinal) && r.Contains($"/{queue}/messages/", StringComparison.Ordinal);

    public static Func<string, bool> Updated(string queue) => r => r.StartsWith("PUT", StringComparison.Ordinal) && r.Contains($"/{queue}/messages/", StringComparison.Ordinal);

    public static Func<string, bool> Received(string queue) => r => r.StartsWith("GET", StringComparison.Ordinal) && r.Contains($"/{queue}/messages?", StringComparison.Ordinal);

    public IReadOnlyList<string> Answered
    {
        get
        {
            lock (gate)
                return [.. answered];
        }
    }

    /// <summary>Completes when so many such requests have been answered, counted from the start.</summary>
    public Task SeenAsync(Func<string, bool> which, int times = 1)
    {
        lock (gate)
        {
            if (answered.Count(which) >= times)
                return Task.CompletedTask;
            var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Add((which, times, seen));
            return seen.Task.WaitAsync(Deadline, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Holds the next such answer back until <paramref name="until"/>; the task returned completes when it has come.</summary>
    public Task HoldNextAsync(Func<string, bool> which, Task until)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
            held = (which, reached, until);
        return reached.Task.WaitAsync(Deadline, TestContext.Current.CancellationToken);
    }

    /// <summary>Breaks the connection for the next requests.</summary>
    public void Break(int requests) => broken = requests;

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (Interlocked.Decrement(ref broken) >= 0)
            throw new IOException("The connection is broken.");
        await ProcessNextAsync(message, pipeline);

        string request = $"{message.Request.Method} {message.Request.Uri}";
        Task until = Task.CompletedTask;
        lock (gate)
        {
            if (held is { } hold && hold.Which(request))
            {
                held = null;
                until = hold.Until;
                hold.Reached.TrySetResult();
            }
        }
        await until;

        lock (gate)
        {
            answered.Add(request);
            foreach ((_, _, TaskCompletionSource seen) in waiting.Where(w => answered.Count(w.Which) >= w.Times))
                seen.TrySetResult();
        }
    }
}
