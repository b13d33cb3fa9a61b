using Monitor.Functions.Dashboard;
using Monitor.Functions.Dashboard.Components;
using Monitor.Functions.Dashboard.Wording;
using Monitor.Shared.Domain;

namespace Monitor.Functions.Tests.Dashboard;

/// <summary>Dates, numbers and addresses as people read them.</summary>
public sealed class FormatTests
{
    private static readonly DateTimeOffset Summer = new(2026, 6, 5, 7, 5, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(Language.Nb, "5. juni 2026 kl. 09.05")]
    [InlineData(Language.Nn, "5. juni 2026 kl. 09.05")]
    [InlineData(Language.En, "5 June 2026 at 09:05")]
    public void Times_are_those_of_Oslo(Language language, string expected) => Assert.Equal(expected, Format.In(language).Time(Summer));

    [Theory]
    [InlineData(Language.Nb, "05.06.2026")]
    [InlineData(Language.En, "5 Jun 2026")]
    public void Dates_are_short_in_tables(Language language, string expected) => Assert.Equal(expected, Format.In(language).ShortDate(Summer));

    [Fact]
    public void Machines_read_UTC() => Assert.Equal("2026-06-05T07:05:00Z", Format.Machine(Summer.ToOffset(TimeSpan.FromHours(2))));

    [Fact]
    public void Thousands_are_parted_by_hard_spaces() => Assert.Equal("12\u00A0345", Format.In(Language.Nb).Number(12345));

    [Theory]
    [InlineData("2026-06-05", "2026-06-05T22:00:00Z")]
    [InlineData("2026-01-31", "2026-01-31T23:00:00Z")]
    [InlineData("2026-03-29", "2026-03-29T22:00:00Z")]
    [InlineData("9999-12-31", null)]
    [InlineData("5.6.2026", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_day_ends_at_midnight_in_Oslo(string? day, string? expected) =>
        Assert.Equal(expected, Format.EndOfDay(day) is { } end ? Format.Machine(end) : null);

    [Fact]
    public void The_last_moment_of_a_day_belongs_to_it() => Assert.Equal("2026-06-05", Format.Day(new DateTimeOffset(2026, 6, 5, 21, 59, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData("1.1.1", "https://www.w3.org/WAI/WCAG21/Understanding/non-text-content")]
    [InlineData("1.2.1", "https://www.w3.org/WAI/WCAG21/Understanding/audio-only-and-video-only-prerecorded")]
    [InlineData("3.3.4", "https://www.w3.org/WAI/WCAG21/Understanding/error-prevention-legal-financial-data")]
    [InlineData("2.5.8", "https://www.w3.org/WAI/WCAG22/Understanding/target-size-minimum")]
    [InlineData("9.9.9", null)]
    public void Criteria_lead_to_W3C(string number, string? expected) => Assert.Equal(expected, Criteria.Explanation(number));

    [Fact]
    public void Criteria_have_names()
    {
        Assert.Equal("1.1.1 Ikke-tekstlig innhold", Criteria.Title("1.1.1", Language.Nb));
        Assert.Equal("9.9.9", Criteria.Title("9.9.9", Language.Nb));
        Assert.Equal(["4.1.2", "1.3.1"], Criteria.Split("4.1.2 1.3.1"));
    }

    [Theory]
    [InlineData("/nb", "/en")]
    [InlineData("/nb?page=2", "/en?page=2")]
    [InlineData("/nb/agencies/999888771", "/en/agencies/999888771")]
    public void The_same_page_has_a_path_in_each_language(string path, string expected) => Assert.Equal(expected, Paths.InLanguage(path, Language.En));

    [Theory]
    [InlineData("https://a.example/ b", "https://a.example/%20b")]
    [InlineData("http://a.example/", "http://a.example/")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("data:text/html,x", null)]
    [InlineData("/relative", null)]
    [InlineData(null, null)]
    public void Only_web_addresses_become_links(string? url, string? expected) => Assert.Equal(expected, Outside.Link(url));

    [Theory]
    [InlineData(0, 1, 1, 1)]
    [InlineData(100, 2, 2, 2)]
    [InlineData(101, 9, 3, 3)]
    [InlineData(101, -4, 1, 3)]
    public void A_page_that_is_not_there_is_the_nearest_one(int items, int asked, int page, int pages)
    {
        Slice<int> slice = Slice.Of([.. Enumerable.Range(0, items)], asked, 50);

        Assert.Equal((page, pages, items), (slice.Page, slice.Pages, slice.Total));
    }
}
