using System.Net;
using System.Net.Http.Headers;
using Monitor.Crawlers.Registries.Http;
using Polly;
using Xunit;

namespace Monitor.Crawlers.Tests.Registries;

public sealed class RetryRuleTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(200, false)]
    [InlineData(404, false)]
    [InlineData(406, false)]
    [InlineData(410, false)]
    [InlineData(408, true)]
    [InlineData(429, true)]
    [InlineData(500, true)]
    [InlineData(501, false)]
    [InlineData(503, true)]
    public void Only_what_may_pass_is_tried_again(int status, bool expected)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)status);

        Assert.Equal(expected, RetryRule.ShouldRetry(Outcome.FromResult(response), Now));
    }

    [Theory]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public void A_wait_of_20_seconds_is_waited_and_no_longer(int seconds, bool expected)
    {
        using var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(seconds));

        Assert.Equal(expected, RetryRule.ShouldRetry(Outcome.FromResult(response), Now));
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryRule.RetryAfter(response, Now));
    }

    [Theory]
    [InlineData(5, 5)]
    [InlineData(-5, 0)]
    public void A_date_is_waited_for_from_now(int secondsFromNow, int expected)
    {
        using var response = new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter = new RetryConditionHeaderValue(Now.AddSeconds(secondsFromNow));

        Assert.Equal(TimeSpan.FromSeconds(expected), RetryRule.RetryAfter(response, Now));
    }

    [Fact]
    public void Broken_connections_are_tried_again_and_bugs_are_not()
    {
        Assert.True(RetryRule.ShouldRetry(Outcome.FromException<HttpResponseMessage>(new HttpRequestException()), Now));
        Assert.True(RetryRule.ShouldRetry(Outcome.FromException<HttpResponseMessage>(new HttpIOException(HttpRequestError.ResponseEnded)), Now));
        Assert.False(RetryRule.ShouldRetry(Outcome.FromException<HttpResponseMessage>(new InvalidOperationException()), Now));
    }
}
