using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.Json;
using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;

namespace Monitor.Crawlers.Registries.Http;

/// <summary>How an exchange with a registry ended.</summary>
internal abstract record RegistryReply
{
    private RegistryReply()
    {
    }

    /// <summary>An answer the contracts know: 2xx, 404 or 410.</summary>
    public sealed record Answered(HttpStatusCode Status, string? MediaType, ReadOnlyMemory<byte> Body) : RegistryReply
    {
        /// <summary>Whether it carries what was asked for.</summary>
        public bool Succeeded => (int)Status is >= 200 and < 300;

        /// <summary>Reads the body as JSON, unknown members ignored; false with the reason when it is none, or of another shape.</summary>
        public bool TryRead<T>([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out string? why) where T : class
        {
            value = null;
            why = null;
            // A maintenance page says 200 and text/html. No type at all is let through: the parser decides.
            if (MediaType is not null && !MediaType.EndsWith("json", StringComparison.OrdinalIgnoreCase))
            {
                why = $"The answer is {MediaType}, not JSON.";
                return false;
            }
            try
            {
                value = JsonSerializer.Deserialize<T>(Body.Span, MonitorJson.Options);
                why = value is null ? "The answer is null." : null;
            }
            catch (JsonException e)
            {
                why = Body.IsEmpty ? "The answer is empty." : $"The answer is not of the shape agreed, at {e.Path ?? "its start"}.";
            }
            return value is not null;
        }
    }

    /// <summary>No answer the contracts know.</summary>
    /// <param name="Reason">A code of <see cref="ObligationReasons"/>.</param>
    /// <param name="Detail">What happened, in English.</param>
    public sealed record Failed(string Reason, string Detail) : RegistryReply;

    /// <summary>A redirect; followed within the registry's own origin, and never handed out.</summary>
    public sealed record Redirected(Uri To) : RegistryReply;
}
