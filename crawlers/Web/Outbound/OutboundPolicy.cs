using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Monitor.Shared.Settings;

namespace Monitor.Crawlers.Web.Outbound;

/// <summary>The exceptions from the guard's rules: origins that a person named. None ever comes from data.</summary>
public sealed class OutboundPolicy
{
    private readonly ConcurrentDictionary<Origin, bool> allowed = new();

    /// <summary>Takes the exceptions from the settings.</summary>
    /// <exception cref="OptionsValidationException">One of them is no http or https origin.</exception>
    public OutboundPolicy(IOptions<OutboundSettings> settings)
    {
        ConnectLimit = TimeSpan.FromSeconds(settings.Value.ConnectSeconds);
        foreach (string origin in settings.Value.AllowedOrigins)
        {
            if (!Origin.TryParse(origin, out Origin parsed))
                throw new OptionsValidationException(OutboundSettings.Section, typeof(OutboundSettings), [$"AllowedOrigins: '{origin}' is no http or https origin."]);
            allowed[parsed] = true;
        }
    }

    /// <summary>How long resolving and connecting may take together.</summary>
    internal TimeSpan ConnectLimit { get; }

    /// <summary>Lifts the address, single-label and port rules for the origin of one URL, for as long as this process lives: <c>--allow-private-addresses</c>.</summary>
    /// <returns>False when the URL is no http or https one.</returns>
    public bool AllowOriginOf(string url)
    {
        if (!LinkResolver.TryResolve(url, null, out Uri? uri))
            return false;
        allowed[Origin.Of(uri)] = true;
        return true;
    }

    internal bool IsAllowed(Origin origin) => allowed.ContainsKey(origin);

    /// <summary>Whether host and port are those of an allowed origin, whatever its scheme: a tunnel does not tell what it carries.</summary>
    internal bool IsAllowed(string host, int port) => allowed.Keys.Any(o => o.Host == host && o.Port == port);
}
