using Monitor.Crawlers.Web.Fetching;
using Xunit;

namespace Monitor.Crawlers.Tests.Web.Fetching;

public sealed class RetryAfterTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("snart", null)]
    [InlineData("-5", null)]
    [InlineData("1.5", null)]
    [InlineData("30, 60", null)]
    [InlineData("0", 0)]
    [InlineData(" 30 ", 30)]
    [InlineData("86400", 86400)]
    [InlineData("86401", 86400)]
    [InlineData("99999999999999999999999999", 86400)]
    [InlineData("Tue, 24 Nov 2026 12:00:20 GMT", 20)]
    [InlineData("Tuesday, 24-Nov-26 12:00:20 GMT", 20)]
    [InlineData("Tue Nov 24 12:00:20 2026", 20)]
    [InlineData("Tue, 24 Nov 2026 11:00:00 GMT", 0)]
    [InlineData("Fri, 24 Nov 2028 12:00:00 GMT", 86400)]
    [InlineData("Tue, 99 Nov 2026 12:00:20 GMT", null)]
    public void Seconds_and_dates_are_read_and_nothing_longer_than_a_day(string? header, int? seconds) =>
        Assert.Equal(seconds is { } s ? TimeSpan.FromSeconds(s) : null, RetryAfter.Read(header, Now));
}
