namespace Monitor.Crawlers.Web.Outbound;

/// <summary>Scheme, host and port (RFC 6454), each in its one spelling.</summary>
internal readonly record struct Origin(string Scheme, string Host, int Port)
{
    public static Origin Of(Uri uri) => new(uri.Scheme, HostNames.Normalize(uri.IdnHost), uri.Port);

    /// <summary>Reads an origin; a path, query or user name makes it none.</summary>
    public static bool TryParse(string text, out Origin origin)
    {
        origin = default;
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? uri)
            || uri.Scheme is not ("http" or "https") || uri.PathAndQuery != "/" || uri.UserInfo.Length > 0 || uri.Fragment.Length > 0)
            return false;
        origin = Of(uri);
        return true;
    }

    public override string ToString() => $"{Scheme}://{(Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host)}:{Port}";
}
