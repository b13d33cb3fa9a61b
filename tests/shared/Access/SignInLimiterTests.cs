using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Monitor.Shared.Access;
using Monitor.Tests.Support;
using Xunit;

namespace Monitor.Shared.Tests.Access;

public sealed class SignInLimiterTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
    private readonly MemoryTable<SignInAttemptsRow> table;

    public SignInLimiterTests() => table = new MemoryTable<SignInAttemptsRow>(clock);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_address_waits_for_the_rest_of_the_window_after_too_many_failures()
    {
        SignInLimiter limiter = Limiter(attempts: 2);
        await limiter.FailedAsync("a", Cancellation);
        Assert.Null(await limiter.MustWaitAsync("a", Cancellation));
        clock.Advance(TimeSpan.FromMinutes(3));
        await limiter.FailedAsync("a", Cancellation);

        Assert.Equal(TimeSpan.FromMinutes(7), await limiter.MustWaitAsync("a", Cancellation));
        Assert.Null(await limiter.MustWaitAsync("b", Cancellation));
        clock.Advance(TimeSpan.FromMinutes(7));
        Assert.Null(await limiter.MustWaitAsync("a", Cancellation));
    }

    [Fact]
    public async Task A_window_that_is_over_is_not_added_to()
    {
        SignInLimiter limiter = Limiter(attempts: 2);
        await limiter.FailedAsync("a", Cancellation);
        clock.Advance(TimeSpan.FromMinutes(10));
        await limiter.FailedAsync("a", Cancellation);

        Assert.Null(await limiter.MustWaitAsync("a", Cancellation));
    }

    [Fact]
    public async Task All_workers_count_together()
    {
        await Limiter(attempts: 2).FailedAsync("a", Cancellation);
        await Limiter(attempts: 2).FailedAsync("a", Cancellation);

        Assert.NotNull(await Limiter(attempts: 2).MustWaitAsync("a", Cancellation));
    }

    [Fact]
    public async Task Attempts_at_the_same_moment_are_all_counted_or_close_the_window_anyway()
    {
        SignInLimiter limiter = Limiter(attempts: 3);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => limiter.FailedAsync("a", Cancellation), Cancellation)));

        Assert.NotNull(await limiter.MustWaitAsync("a", Cancellation));
    }

    [Fact]
    public async Task An_address_that_got_in_is_forgotten()
    {
        SignInLimiter limiter = Limiter(attempts: 1);
        await limiter.FailedAsync("a", Cancellation);
        await limiter.SucceededAsync("a", Cancellation);

        Assert.Null(await limiter.MustWaitAsync("a", Cancellation));
    }

    [Fact]
    public async Task Windows_that_are_over_are_swept_and_no_others()
    {
        SignInLimiter limiter = Limiter(attempts: 1);
        await limiter.FailedAsync("old", Cancellation);
        clock.Advance(TimeSpan.FromMinutes(10));
        await limiter.FailedAsync("new", Cancellation);

        await limiter.SweepAsync(Cancellation);

        Assert.NotNull(await limiter.MustWaitAsync("new", Cancellation));
        List<SignInAttemptsRow> left = [];
        await foreach (SignInAttemptsRow row in table.ReadAllAsync(Cancellation))
            left.Add(row);
        Assert.Single(left);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b\\c#d?e\0")]
    [InlineData("' or true")]
    public async Task What_was_sent_as_an_address_need_not_be_one(string address)
    {
        SignInLimiter limiter = Limiter(attempts: 1);
        await limiter.FailedAsync(address, Cancellation);

        Assert.NotNull(await limiter.MustWaitAsync(address, Cancellation));
    }

    private SignInLimiter Limiter(int attempts) =>
        new(table, Options.Create(new AccessSettings { SignInAttempts = attempts, SignInMinutes = 10 }), clock);
}
