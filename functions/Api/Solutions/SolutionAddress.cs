using Monitor.Crawlers.Web;
using Monitor.Crawlers.Web.Outbound;

namespace Monitor.Functions.Api.Solutions;

/// <summary>
/// What may be registered as a solution's address, over the API and in the dashboard alike. The canonical address is what is judged and what is stored,
/// so that the two cannot be read differently.
/// </summary>
internal static class SolutionAddress
{
    /// <summary>Whether the guard would let us go there.</summary>
    /// <param name="guard">The guard; it resolves nothing here.</param>
    /// <param name="text">As it was sent.</param>
    /// <param name="canonical">As it is stored.</param>
    public static bool TryAccept(OutboundGuard guard, string? text, out string canonical)
    {
        canonical = "";
        return text is not null && CanonicalUrl.TryCreate(text.Trim(), null, out canonical) && guard.TryAccept(canonical, out _);
    }
}
