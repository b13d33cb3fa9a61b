using Microsoft.Extensions.Logging;

namespace Monitor.Shared.Logging;

/// <summary>Makes loggers that write no secret, for everything in the process: our code, the framework's and libraries'.</summary>
internal sealed class ScrubbingLoggerFactory(ILoggerFactory inner, SecretScrubber scrubber) : ILoggerFactory
{
    // What the server puts around each request for logs to carry is its path, and a path of ours can hold a token.
    private const string RequestScopes = "Microsoft.AspNetCore.Hosting";

    public ILogger CreateLogger(string categoryName) => new ScrubbingLogger(
        inner.CreateLogger(categoryName), scrubber, !categoryName.StartsWith(RequestScopes, StringComparison.Ordinal));

    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

    public void Dispose() => inner.Dispose();

    private sealed class ScrubbingLogger(ILogger inner, SecretScrubber scrubber, bool scopes) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => scopes ? inner.BeginScope(state) : null;

        public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!inner.IsEnabled(logLevel))
                return;
            string message = formatter(state, exception), told = exception?.ToString() ?? "";
            string cleanMessage = scrubber.Scrub(message), clean = scrubber.Scrub(told);
            // What holds no secret keeps its structure.
            if (cleanMessage == message && clean == told)
                inner.Log(logLevel, eventId, state, exception, formatter);
            else
                inner.Log(logLevel, eventId, cleanMessage, exception is null ? null : new ScrubbedException(clean), static (text, _) => text);
        }
    }

    /// <summary>An exception of which only the text is left.</summary>
    private sealed class ScrubbedException(string told) : Exception(told.Split('\n')[0].TrimEnd())
    {
        public override string ToString() => told;
    }
}
