namespace Monitor.Crawlers.Registries.Http;

/// <summary>Tells all workers when a registry asks to be left alone for a time: 429 or 503 with <c>Retry-After</c>.</summary>
internal sealed class RestHandler(string registry, IRegistryTurns turns, TimeProvider clock) : DelegatingHandler
{
    /// <summary>The longest rest that is granted: what a registry says by mistake must not keep us away for days.</summary>
    public static readonly TimeSpan LongestRest = TimeSpan.FromHours(1);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        if ((int)response.StatusCode is 429 or 503 && RetryRule.RetryAfter(response, clock.GetUtcNow()) is { } rest && rest > TimeSpan.Zero)
            await turns.RestAsync(registry, rest < LongestRest ? rest : LongestRest, cancellationToken);
        return response;
    }
}
