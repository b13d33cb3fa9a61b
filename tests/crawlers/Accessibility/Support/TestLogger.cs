using Microsoft.Extensions.Logging;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.Support;

/// <summary>Writes what the product logs to the output of the test that runs, so that a failure shows why.</summary>
public sealed class TestLogger<T> : ILogger<T>
{
    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        try
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{logLevel}: {formatter(state, exception)} {exception}");
        }
        catch (InvalidOperationException)
        {
            // Said in the background, or while cleaning up: the test is over.
        }
    }
}
