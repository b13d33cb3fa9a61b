using Monitor.Crawlers.Web.Politeness;
using Monitor.Shared.Scans;
using Monitor.Shared.Settings;
using Xunit;

namespace Monitor.Crawlers.Tests.Web.Politeness;

public sealed class HostHealthTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly ScanSettings Settings = new();

    private static HostStateRow Row(int failures = 0, string host = "a.no") => new() { PartitionKey = host, RowKey = HostStateRow.State, Failures = failures };

    private static TimeSpan RestAfter(HostStateRow row, HostAnswer answer, ScanSettings? settings = null) =>
        HostHealth.Rest(HostHealth.Note(row, answer, Now, settings ?? Settings), Now);

    [Theory]
    [InlineData(PageReasons.Connection)]
    [InlineData(PageReasons.Timeout)]
    [InlineData(PageReasons.ServerError)]
    [InlineData(PageReasons.Throttled)]
    [InlineData(PageReasons.Challenged)]
    public void These_count_as_failures_of_the_host(string reason) => Assert.Equal(3, HostHealth.Note(Row(2), new HostAnswer(reason), Now, Settings)!.Failures);

    [Theory]
    [InlineData(null)]
    [InlineData(PageReasons.Gone)]
    [InlineData(PageReasons.Refused)]
    [InlineData(PageReasons.ClientError)]
    [InlineData(PageReasons.NotHtml)]
    [InlineData(PageReasons.TooLarge)]
    public void Any_other_answer_of_the_host_ends_the_row(string? reason) => Assert.Equal(0, HostHealth.Note(Row(4), new HostAnswer(reason), Now, Settings)!.Failures);

    [Theory]
    [InlineData(PageReasons.Dns)]
    [InlineData(PageReasons.Tls)]
    [InlineData(PageReasons.AddressNotAllowed)]
    [InlineData(PageReasons.BrowserCrashed)]
    [InlineData(PageReasons.EngineFailed)]
    [InlineData(PageReasons.Stopped)]
    public void What_says_nothing_of_the_host_changes_nothing(string reason) => Assert.Null(HostHealth.Note(Row(4), new HostAnswer(reason), Now, Settings));

    [Theory]
    [InlineData(PageReasons.Throttled, 0, 60)]
    [InlineData(PageReasons.Throttled, 1, 120)]
    [InlineData(PageReasons.Throttled, 3, 480)]
    [InlineData(PageReasons.Challenged, 0, 60)]
    [InlineData(PageReasons.ServerError, 0, 5)]
    [InlineData(PageReasons.Timeout, 2, 20)]
    public void Without_a_word_of_the_host_the_rest_doubles_and_no_two_hosts_rest_alike(string reason, int before, int seconds)
    {
        TimeSpan[] rests = [.. Enumerable.Range(0, 20).Select(i => RestAfter(Row(before, $"{i}.no"), new HostAnswer(reason)))];

        Assert.All(rests, r => Assert.InRange(r, TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(seconds * 1.5)));
        Assert.Equal(20, rests.Distinct().Count());
        Assert.Equal(rests[0], RestAfter(Row(before, "0.no"), new HostAnswer(reason)));
    }

    [Theory]
    [InlineData(7)]
    [InlineData(1000)]
    public void The_rest_is_never_longer_than_an_hour(int before) =>
        Assert.Equal(TimeSpan.FromHours(1), RestAfter(Row(before), new HostAnswer(PageReasons.Throttled)));

    [Fact]
    public void What_the_host_says_goes_before_and_a_time_that_is_past_says_nothing()
    {
        Assert.Equal(TimeSpan.FromSeconds(7), RestAfter(Row(4), new HostAnswer(PageReasons.Throttled, TimeSpan.FromSeconds(7))));
        Assert.Equal(TimeSpan.FromDays(1), RestAfter(Row(), new HostAnswer(PageReasons.ServerError, TimeSpan.FromDays(1))));
        Assert.InRange(RestAfter(Row(), new HostAnswer(PageReasons.Throttled, TimeSpan.Zero)), TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(90));
    }

    [Fact]
    public void A_longer_rest_is_not_cut_short_by_a_later_failure()
    {
        HostStateRow resting = Row() with { RestUntil = Now.AddHours(3) };
        Assert.Equal(TimeSpan.FromHours(3), RestAfter(resting, new HostAnswer(PageReasons.ServerError)));
    }

    [Fact]
    public void Whoever_wants_no_delay_waits_for_nothing_but_what_the_host_says()
    {
        var none = new ScanSettings { HostDelaySeconds = 0 };
        Assert.Equal(TimeSpan.Zero, RestAfter(Row(), new HostAnswer(PageReasons.Throttled), none));
        Assert.Equal(TimeSpan.FromSeconds(7), RestAfter(Row(), new HostAnswer(PageReasons.Throttled, TimeSpan.FromSeconds(7)), none));
    }
}
