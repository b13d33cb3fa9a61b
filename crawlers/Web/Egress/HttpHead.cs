using System.Text;

namespace Monitor.Crawlers.Web.Egress;

/// <summary>The start line and header fields of a message, byte for byte (as Latin-1), and what came behind them.</summary>
internal sealed record HttpHead(string StartLine, IReadOnlyList<(string Name, string Value)> Fields, ReadOnlyMemory<byte> Rest)
{
    /// <summary>Stands for a head that was longer than the limit.</summary>
    public static HttpHead TooLong { get; } = new("", [], default);

    /// <summary>Reads a head; <see cref="TooLong"/> when it is longer than the limit, null when the peer closes first or sends no HTTP.</summary>
    public static async Task<HttpHead?> ReadAsync(Stream stream, ReadOnlyMemory<byte> already, int limit, CancellationToken cancellation)
    {
        byte[] buffer = new byte[limit];
        if (already.Length > limit)
            return TooLong;
        already.CopyTo(buffer);
        int length = already.Length, searched = 0;
        while (true)
        {
            int end = buffer.AsSpan(searched, length - searched).IndexOf("\r\n\r\n"u8);
            if (end >= 0)
                return Parse(buffer.AsSpan(0, searched + end), buffer.AsMemory((searched + end + 4)..length));
            searched = Math.Max(0, length - 3);
            if (length == limit)
                return TooLong;
            int read = await stream.ReadAsync(buffer.AsMemory(length), cancellation);
            if (read == 0)
                return null;
            length += read;
        }
    }

    /// <summary>The value of the first field of that name.</summary>
    public string? Find(string name) => Fields.FirstOrDefault(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>The head as sent on: without what concerns one connection only (RFC 9110 section 7.6.1), closing after this message.</summary>
    public byte[] WriteClosing(string startLine, string? host = null)
    {
        HashSet<string> dropped = new(StringComparer.OrdinalIgnoreCase)
            { "Connection", "Keep-Alive", "Proxy-Connection", "Proxy-Authorization", "Proxy-Authenticate", "Upgrade", "TE", EgressProxy.ReasonHeader };
        foreach (string named in Fields.Where(f => f.Name.Equals("Connection", StringComparison.OrdinalIgnoreCase)).SelectMany(f => f.Value.Split(',')))
            dropped.Add(named.Trim());
        if (host is not null)
            dropped.Add("Host");

        var text = new StringBuilder(startLine).Append("\r\n");
        if (host is not null)
            text.Append("Host: ").Append(host).Append("\r\n");
        foreach ((string name, string value) in Fields.Where(f => !dropped.Contains(f.Name)))
            text.Append(name).Append(": ").Append(value).Append("\r\n");
        return Encoding.Latin1.GetBytes(text.Append("Connection: close\r\n\r\n").ToString());
    }

    private static HttpHead? Parse(ReadOnlySpan<byte> head, ReadOnlyMemory<byte> rest)
    {
        string[] lines = Encoding.Latin1.GetString(head).Split("\r\n");
        List<(string, string)> fields = [];
        foreach (string line in lines.Skip(1))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || line.AsSpan(0, colon).ContainsAny(" \t\r\n"))
                return null;
            fields.Add((line[..colon], line[(colon + 1)..].Trim(' ', '\t')));
        }
        return new HttpHead(lines[0], fields, rest);
    }
}
