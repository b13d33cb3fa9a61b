using Monitor.Local.Runner;
using Xunit;

namespace Monitor.Local.Tests.Runner;

public sealed class HostJsonTests
{
    [Fact]
    public void What_the_file_says_is_read()
    {
        using var file = HostJsonFile.Of(batchSize: 3, newBatchThreshold: 1, visibilitySeconds: 7, maxDequeueCount: 9, functionTimeout: "00:02:00");

        Assert.Equal(
            new HostJson(TimeSpan.FromMinutes(2), "", 3, 1, TimeSpan.FromSeconds(7), 9, TimeSpan.FromMilliseconds(100)),
            HostJson.Read(file.Path));
    }

    [Fact]
    public void What_it_does_not_say_is_as_in_the_functions_host()
    {
        using var file = HostJsonFile.Of("""{ "version": "2.0", "extensions": { "queues": { "messageEncoding": "none" } } }""");

        Assert.Equal(
            new HostJson(TimeSpan.FromMinutes(5), "api", 16, 8, TimeSpan.Zero, 5, TimeSpan.FromMinutes(1)),
            HostJson.Read(file.Path));
    }

    [Fact]
    public void A_function_may_be_given_all_the_time_it_likes()
    {
        using var file = HostJsonFile.Of(functionTimeout: "-1");

        Assert.Equal(Timeout.InfiniteTimeSpan, HostJson.Read(file.Path).FunctionTimeout);
    }

    [Fact]
    public void The_products_own_file_is_read()
    {
        var host = HostJson.Read(Path.Combine(AppContext.BaseDirectory, "host.json"));

        Assert.Equal(("", 5), (host.RoutePrefix, host.MaxDequeueCount));
        Assert.InRange(host.FunctionTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
        Assert.True(host.VisibilityTimeout > TimeSpan.Zero);
    }

    [Theory]
    [InlineData("""{ }""", "messageEncoding is 'base64 (the default)'")]
    [InlineData("""{ "extensions": { "queues": { "messageEncoding": "base64" } } }""", "messageEncoding is 'base64'")]
    [InlineData("""{ "extensions": { "queues": { "messageEncoding": "none", "batchSize": 33 } } }""", "batchSize is '33'")]
    [InlineData("""{ "extensions": { "queues": { "messageEncoding": "none", "batchSize": 0 } } }""", "batchSize is '0'")]
    [InlineData("""{ "extensions": { "queues": { "messageEncoding": "none", "newBatchThreshold": -1 } } }""", "newBatchThreshold is '-1'")]
    [InlineData("""{ "extensions": { "queues": { "messageEncoding": "none", "maxDequeueCount": "many" } } }""", "maxDequeueCount is 'many'")]
    [InlineData("""{ "extensions": { "queues": { "messageEncoding": "none", "visibilityTimeout": "soon" } } }""", "visibilityTimeout is 'soon'")]
    [InlineData("""{ "functionTimeout": "-00:01:00", "extensions": { "queues": { "messageEncoding": "none" } } }""", "functionTimeout is '-00:01:00'")]
    [InlineData("""{ "extensions": """, "cannot be read")]
    public void What_cannot_be_followed_is_named(string text, string message)
    {
        using var file = HostJsonFile.Of(text);

        NotSupportedException e = Assert.Throws<NotSupportedException>(() => HostJson.Read(file.Path));

        Assert.Contains(message, e.Message, StringComparison.Ordinal);
        Assert.StartsWith(file.Path, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        NotSupportedException e = Assert.Throws<NotSupportedException>(() => HostJson.Read("no-such-host.json"));

        Assert.StartsWith("no-such-host.json cannot be read", e.Message, StringComparison.Ordinal);
    }
}
