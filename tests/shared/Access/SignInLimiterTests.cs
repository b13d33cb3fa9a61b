using System.Globalization;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Monitor.Shared.Access;
using Xunit;

namespace Monitor.Shared.Tests.Access;

public sealed class SignInLimiterTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void An_address_waits_for_the_rest_of_the_window_after_too_many_failures()
    {
        SignInLimiter limiter = Limiter(attempts: 2);
        limiter.Failed("a");
        Assert.Null(limiter.MustWait("a"));
        clock.Advance(TimeSpan.FromMinutes(3));
        limiter.Failed("a");

        Assert.Equal(TimeSpan.FromMinutes(7), limiter.MustWait("a"));
        Assert.Null(limiter.MustWait("b"));
        clock.Advance(TimeSpan.FromMinutes(7));
        Assert.Null(limiter.MustWait("a"));
    }

    [Fact]
    public void A_window_that_is_over_is_not_added_to()
    {
        SignInLimiter limiter = Limiter(attempts: 2);
        limiter.Failed("a");
        clock.Advance(TimeSpan.FromMinutes(10));
        limiter.Failed("a");

        Assert.Null(limiter.MustWait("a"));
    }

    [Fact]
    public void When_more_addresses_come_than_are_kept_the_oldest_are_forgotten()
    {
        SignInLimiter limiter = Limiter(attempts: 1);
        limiter.Failed("oldest");
        clock.Advance(TimeSpan.FromSeconds(1));
        for (int i = 0; i < 10_000; i++)
            limiter.Failed(i.ToString(CultureInfo.InvariantCulture));

        Assert.Null(limiter.MustWait("oldest"));
        Assert.NotNull(limiter.MustWait("9999"));
    }

    private SignInLimiter Limiter(int attempts) =>
        new(Options.Create(new AccessSettings { SignInAttempts = attempts, SignInMinutes = 10 }), clock);
}
