using System.Collections.Concurrent;

namespace Monitor.Crawlers.Web.Egress;

/// <summary>Remembers why connections failed, by host and port; the oldest are forgotten, since hostile pages can name any number of hosts.</summary>
internal sealed class EgressFailures
{
    private const int Most = 1000;

    private readonly ConcurrentDictionary<(string Host, int Port), string> reasons = new();
    private readonly ConcurrentQueue<(string Host, int Port)> order = new();

    public string? Find(string host, int port) => reasons.GetValueOrDefault((host, port));

    public void Failed(string host, int port, string reason)
    {
        reasons[(host, port)] = reason;
        order.Enqueue((host, port));
        while (order.Count > Most && order.TryDequeue(out (string, int) oldest))
            reasons.TryRemove(oldest, out _);
    }

    public void Succeeded(string host, int port) => reasons.TryRemove((host, port), out _);
}
