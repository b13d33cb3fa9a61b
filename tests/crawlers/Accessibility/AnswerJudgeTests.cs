using Monitor.Crawlers.Accessibility.Auditing;
using Monitor.Shared.Scans;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility;

/// <summary>When a page is worth a second try, and after how long.</summary>
public sealed class AnswerJudgeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(null, null)]
    [InlineData("snart", null)]
    [InlineData("0", 0)]
    [InlineData("30", 30)]
    [InlineData("Tue, 24 Nov 2026 12:00:20 GMT", 20)]
    [InlineData("Tue, 24 Nov 2026 11:00:00 GMT", 0)]
    public void Retry_after_is_seconds_or_a_date(string? header, int? seconds) =>
        Assert.Equal(seconds is { } s ? TimeSpan.FromSeconds(s) : null, AnswerJudge.Wait(header, Now));

    [Theory]
    [InlineData(PageStatus.Failed, PageReasons.ServerError, null, 2)]
    [InlineData(PageStatus.Failed, PageReasons.BrowserCrashed, null, 2)]
    [InlineData(PageStatus.Failed, PageReasons.TooLarge, null, null)]
    [InlineData(PageStatus.Failed, PageReasons.AddressNotAllowed, null, null)]
    [InlineData(PageStatus.Blocked, PageReasons.Refused, null, 2)]
    [InlineData(PageStatus.Blocked, PageReasons.Throttled, null, 2)]
    [InlineData(PageStatus.Blocked, PageReasons.Throttled, 1, 2)]
    [InlineData(PageStatus.Blocked, PageReasons.Throttled, 30, 30)]
    [InlineData(PageStatus.Blocked, PageReasons.Throttled, 31, null)]
    [InlineData(PageStatus.Skipped, PageReasons.Gone, null, null)]
    public void A_second_try_waits_as_long_as_the_site_asks_and_not_at_all_where_that_is_too_long(PageStatus status, string reason, int? asked, int? wait) =>
        Assert.Equal(
            wait is { } w ? TimeSpan.FromSeconds(w) : null,
            AnswerJudge.WaitBeforeRetry(
                PageAudit.Unmeasured("https://a.no/", status, reason), asked is { } a ? TimeSpan.FromSeconds(a) : null, TimeSpan.FromSeconds(2)));
}
