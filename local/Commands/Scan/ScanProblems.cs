using Monitor.Shared.Scans;

namespace Monitor.Local.Commands.Scan;

/// <summary>Why nothing was audited, in one line that says what to do.</summary>
internal static class ScanProblems
{
    public static string Explain(string url, string? reason) => reason switch
    {
        ScanReasons.AddressNotAllowed => $"the address of {url} is not allowed; a site of your own on a private address needs --allow-private-addresses",
        ScanReasons.RobotsUnreachable => $"robots.txt of {url} could not be had, so nothing may be fetched; try later, or --ignore-robots on a site of your own",
        ScanReasons.RobotsDisallowed => $"robots.txt of {url} allows none of it; --ignore-robots is for a site of your own",
        PageReasons.Dns => $"the name in {url} does not resolve; see that it is spelled right",
        ScanReasons.Blocked => $"{url} failed or turned us away five times in a row; try later",
        PageReasons.Challenged => $"a firewall in front of {url} did not let us in; have its owner let MonitorBot through",
        PageReasons.Throttled => $"{url} asks us to wait; try later",
        PageReasons.Timeout => $"{url} did not answer in time; try later",
        PageReasons.Tls => $"the secure connection to {url} is broken; see its certificate",
        PageReasons.Connection or ScanReasons.Unreachable => $"no connection to {url}; see that it is up",
        PageReasons.Gone => $"there is no page at {url}; see that it is spelled right",
        PageReasons.NotHtml => $"{url} is no web page; name one",
        PageReasons.OutOfScope => $"{url} leads to another site; scan that one instead",
        ScanReasons.Interrupted => "interrupted before any page was audited",
        _ => $"no page of {url} could be audited ({reason})",
    };
}
