using System.Globalization;
using System.Text;

namespace Monitor.Functions.Tests.Fuzzing;

/// <summary>How a body's length is told.</summary>
internal enum Framing
{
    /// <summary>By a right Content-Length.</summary>
    Length,

    /// <summary>In chunks.</summary>
    Chunked,

    /// <summary>In chunks, the second of which has no readable size.</summary>
    BrokenChunk,

    /// <summary>By a Content-Length larger than what comes.</summary>
    TooShort,
}

/// <summary>A request, byte for byte: what no decent client would send must be sendable.</summary>
internal sealed class RawRequest
{
    public required string Method { get; set; }

    /// <summary>The path's segments as they stand on the wire.</summary>
    public required string[] Segments { get; set; }

    /// <summary>Query parameters as they stand on the wire.</summary>
    public List<string> Query { get; } = [];

    public List<(string Name, string Value)> Headers { get; } = [];

    public byte[]? Body { get; set; }

    public Framing Framing { get; set; }

    public string Target => "/" + string.Join('/', Segments) + (Query.Count > 0 ? "?" + string.Join('&', Query) : "");

    /// <summary>Sets a header in the place of one of the same name.</summary>
    public void SetHeader(string name, string value)
    {
        Headers.RemoveAll(h => string.Equals(h.Name, name, StringComparison.OrdinalIgnoreCase));
        Headers.Add((name, value));
    }

    public RawRequest Copy()
    {
        var copy = new RawRequest { Method = Method, Segments = [.. Segments], Body = Body, Framing = Framing };
        copy.Query.AddRange(Query);
        copy.Headers.AddRange(Headers);
        return copy;
    }

    /// <summary>The bytes sent.</summary>
    public byte[] ToBytes(string host)
    {
        var head = new StringBuilder($"{Method} {Target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n");
        foreach ((string name, string value) in Headers)
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        byte[] body = Body ?? [];
        if (Body is not null)
        {
            head.Append(Framing is Framing.Chunked or Framing.BrokenChunk
                ? "Transfer-Encoding: chunked\r\n"
                : string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length + (Framing == Framing.TooShort ? 100 : 0)}\r\n"));
        }
        head.Append("\r\n");
        return [.. Encoding.UTF8.GetBytes(head.ToString()), .. Framed(body)];
    }

    private byte[] Framed(byte[] body)
    {
        if (Body is null || Framing is Framing.Length or Framing.TooShort)
            return body;
        string end = Framing == Framing.BrokenChunk ? "zzz\r\n" : "0\r\n\r\n";
        return
        [
            .. body.Length == 0 ? [] : Encoding.ASCII.GetBytes(body.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n"),
            .. body,
            .. Encoding.ASCII.GetBytes((body.Length == 0 ? "" : "\r\n") + end),
        ];
    }

    public override string ToString()
    {
        string body = Encoding.Latin1.GetString(Body ?? []);
        return $"{Method} {Target}\n{string.Join('\n', Headers.Select(h => $"{h.Name}: {h.Value}"))}\n{Framing}, {Body?.Length ?? 0} bytes: {(body.Length > 2000 ? body[..2000] : body)}";
    }
}
