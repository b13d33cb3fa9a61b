namespace Monitor.Functions.Dashboard.Components;

/// <summary>Addresses that come from outside. They are links only where they are web addresses: <c>javascript:</c> and the like stay text.</summary>
public static class Outside
{
    /// <summary>The address to link to; null when it is none.</summary>
    public static string? Link(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) ? uri.AbsoluteUri : null;
}
