using System.Collections.Concurrent;
using System.Net;
using Monitor.Crawlers.Web.Outbound;

namespace Monitor.Crawlers.Tests.Web.Outbound;

/// <summary>DNS as a test says: each name with its successive answers, the last of which stays.</summary>
internal sealed class FakeResolver : INameResolver
{
    private readonly ConcurrentDictionary<string, Queue<string[]>> answers = new();
    private readonly ConcurrentQueue<string> asked = new();

    public IReadOnlyList<string> Asked => [.. asked];

    public FakeResolver Answer(string host, params string[][] successive)
    {
        answers[host] = new Queue<string[]>(successive);
        return this;
    }

    public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellation)
    {
        asked.Enqueue(host);
        if (!answers.TryGetValue(host, out Queue<string[]>? queue))
            return Task.FromResult<IReadOnlyList<IPAddress>>([]);
        lock (queue)
        {
            string[] answer = queue.Count > 1 ? queue.Dequeue() : queue.Peek();
            return Task.FromResult<IReadOnlyList<IPAddress>>([.. answer.Select(IPAddress.Parse)]);
        }
    }
}
