using Monitor.Crawlers.Web;
using Monitor.Crawlers.Web.Outbound;
using Monitor.Functions.Http;
using Monitor.Shared.Agencies;
using Monitor.Shared.Regulations;

namespace Monitor.Functions.Api.Solutions;

/// <summary>Makes a solution's row of what was sent, or tells what is wrong with it.</summary>
public sealed class SolutionReader(OutboundGuard guard)
{
    private const int NameLength = 200;
    private const int ReasonLength = 1000;
    private const int MaxPages = 500;
    private const int MaxIntervalHours = 24 * 365;
    private static readonly SolutionRow Defaults = new();

    /// <summary>The row changed; what is wrong goes to <paramref name="faults"/>.</summary>
    internal SolutionRow Read(SolutionRow row, SolutionInput input, string by, Faults faults)
    {
        string? reason = input.RobotsOverrideReason is null ? null : faults.Text("robotsOverrideReason", input.RobotsOverrideReason, ReasonLength);
        return row with
        {
            Name = faults.Text("name", input.Name, NameLength),
            Url = UrlOf(input.Url, faults),
            ScopePath = PathOf(input.ScopePath, faults),
            Regulation = RegulationOf(input.Regulation, faults),
            MaxPages = faults.Number("maxPages", input.MaxPages, Defaults.MaxPages, 1, MaxPages),
            IntervalHours = faults.Number("intervalHours", input.IntervalHours, Defaults.IntervalHours, 1, MaxIntervalHours),
            Paused = input.Paused ?? false,
            RobotsOverrideReason = reason,
            RobotsOverrideBy = reason is null ? null : reason == row.RobotsOverrideReason ? row.RobotsOverrideBy : by,
        };
    }

    private string UrlOf(string? url, Faults faults)
    {
        if (url is not null && CanonicalUrl.TryCreate(url.Trim(), null, out string canonical) && guard.TryAccept(canonical, out _))
            return canonical;
        // Says no more on purpose: which inner addresses answer is nobody's business.
        faults.Add("url", "addressNotAllowed", new("Adressen er ikke tillatt.", "Adressa er ikkje tillaten.", "The address is not allowed."));
        return "";
    }

    private static string PathOf(string? path, Faults faults)
    {
        string scope = path?.Trim() is { Length: > 0 } given ? given : "/";
        if (!scope.StartsWith('/') || scope.Length > 1000 || scope.AsSpan().ContainsAny('?', '#', '\\') || scope.Any(char.IsControl))
            faults.Add("scopePath", "path", new("Oppgi en sti som begynner med /.", "Oppgi ein sti som byrjar med /.", "Give a path that begins with /."));
        return scope;
    }

    private static string RegulationOf(string? regulation, Faults faults)
    {
        string id = regulation ?? RegulationCatalogue.DefaultId;
        if (RegulationCatalogue.Find(id) is null)
        {
            string known = string.Join(", ", RegulationCatalogue.All.Select(r => r.Id));
            faults.Add("regulation", "unknown", new($"Oppgi en av {known}.", $"Oppgi ein av {known}.", $"Give one of {known}."));
        }
        return id;
    }
}
