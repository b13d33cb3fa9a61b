using Monitor.Crawlers.Accessibility.Auditing;
using Monitor.Shared.Scans;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility;

/// <summary>When a page is worth a second try, and after how long.</summary>
public sealed class AnswerJudgeTests
{
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
    [InlineData(PageStatus.Blocked, PageReasons.Challenged, null, null)]
    [InlineData(PageStatus.Skipped, PageReasons.Gone, null, null)]
    public void A_second_try_waits_as_long_as_the_site_asks_and_not_at_all_where_that_is_too_long(PageStatus status, string reason, int? asked, int? wait) =>
        Assert.Equal(
            wait is { } w ? TimeSpan.FromSeconds(w) : null,
            AnswerJudge.WaitBeforeRetry(
                PageAudit.Unmeasured("https://a.no/", status, reason), asked is { } a ? TimeSpan.FromSeconds(a) : null, TimeSpan.FromSeconds(2), mayWait: true));

    [Theory]
    [InlineData(PageStatus.Blocked, PageReasons.Throttled, false)]
    [InlineData(PageStatus.Blocked, PageReasons.Refused, true)]
    [InlineData(PageStatus.Failed, PageReasons.Timeout, true)]
    public void Whoever_may_not_wait_leaves_a_site_that_asks_to_for_later(PageStatus status, string reason, bool triedAgain) =>
        Assert.Equal(triedAgain, AnswerJudge.WaitBeforeRetry(PageAudit.Unmeasured("https://a.no/", status, reason), null, TimeSpan.Zero, mayWait: false) is not null);
}
