using System.Text.Json;
using CsCheck;
using Monitor.Crawlers.Web.Robots;
using Xunit;

namespace Monitor.Crawlers.Tests.Web.Robots;

public sealed class RobotsTxtTests
{
    private static bool Allowed(string robots, string path, string agent = "MonitorBot") => RobotsTxt.Parse(robots).IsAllowed(agent, "https://h.no" + path);

    [Fact]
    public void Outside_cases_hold_except_those_that_are_no_part_of_the_standard()
    {
        JsonElement[] binding = [.. WebTestData.Cases("robots-cases.json")
            .Where(c => c.Text("scope") != "google-only" && !(c.TryGetProperty("implementationsDiffer", out JsonElement differ) && differ.GetBoolean()))];

        string[] wrong = [.. binding
            .Where(c => RobotsTxt.Parse(c.Text("robots")!).IsAllowed(c.Text("agent")!, c.Text("url")!) != c.GetProperty("allowed").GetBoolean())
            .Select(c => c.Text("id")!)];

        TestContext.Current.TestOutputHelper?.WriteLine($"{binding.Length} binding cases");
        Assert.NotEmpty(binding);
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("User-agent: *\nDisallow: /\nUser-agent: monitorbot\nAllow: /", true)]
    [InlineData("User-agent: MONITORBOT/2.0\nDisallow: /", false)]
    [InlineData("User-agent: Monitor\nDisallow: /", true)]
    [InlineData("User-agent: MonitorBotX\nDisallow: /", true)]
    [InlineData("User-agent: *\nDisallow: /\nUser-agent: MonitorBot\n", true)]
    [InlineData("User-agent: MonitorBot\nDisallow: /a\nUser-agent: X\nDisallow: /\nUser-agent: MonitorBot\nDisallow: /side", false)]
    [InlineData("Disallow: /", true)]
    [InlineData("\uFEFFUser-agent: *\rDisallow: /side", false)]
    [InlineData("user-agent : *\ndisallow : /side # om noe", false)]
    [InlineData("User-agent: MonitorBot\nUser-agent: X\nDisallow: /side", false)]
    [InlineData("User-agent: X\nSitemap: /s.xml\nCrawl-delay: 3\nUser-agent: MonitorBot\nDisallow: /side", false)]
    public void The_group_that_names_us_rules_and_the_star_only_without_one(string robots, bool allowed) =>
        Assert.Equal(allowed, Allowed(robots, "/side"));

    [Theory]
    [InlineData("/a*b*c$", "/axbxc", false)]
    [InlineData("/a*b*c$", "/axbxcx", true)]
    [InlineData("/a*a$", "/a", true)]
    [InlineData("/a*a$", "/aa", false)]
    [InlineData("/**//***x", "/q//x", false)]
    [InlineData("*/side", "/en/side", false)]
    [InlineData("side", "/side", true)]
    [InlineData("/a%2Ab", "/a*b", false)]
    [InlineData("/a%2Ab", "/axxb", true)]
    [InlineData("/pris$/x", "/pris$/x", false)]
    [InlineData("/%7Eola", "/~ola", false)]
    [InlineData("/æ", "/%c3%a6", false)]
    [InlineData("/%C3%A6", "/æ", false)]
    [InlineData("/😀", "/%F0%9F%98%80", false)]
    [InlineData("/a%2Fb", "/a/b", true)]
    [InlineData("/a?b", "/a?bc#d", false)]
    public void Patterns_match_as_octets_with_stars_and_an_end(string pattern, string path, bool allowed) =>
        Assert.Equal(allowed, Allowed($"User-agent: *\nDisallow: {pattern}", path));

    [Theory]
    [InlineData("Disallow: /a\nAllow: /a", true)]
    [InlineData("Allow: /a\nDisallow: /ab", false)]
    [InlineData("Disallow: /a*\nAllow: /abc", true)]
    [InlineData("Allow:\nDisallow: /", false)]
    public void The_longest_pattern_wins_and_allow_wins_a_tie(string rules, bool allowed) => Assert.Equal(allowed, Allowed("User-agent: *\n" + rules, "/abc"));

    [Fact]
    public void The_robots_txt_itself_is_always_allowed() => Assert.True(Allowed("User-agent: *\nDisallow: /", "/robots.txt"));

    [Fact]
    public void Sitemaps_are_read_wherever_they_stand() =>
        Assert.Equal(["https://h.no/a.xml", "/b.xml"], RobotsTxt.Parse("Sitemap: https://h.no/a.xml\nUser-agent: X\nDisallow: /\nsitemap:/b.xml\nSitemap:").Sitemaps);

    [Theory]
    [InlineData("User-agent: *\nCrawl-delay: 5", 5.0)]
    [InlineData("User-agent: *\nCrawl-delay: 0.5", 0.5)]
    [InlineData("User-agent: *\nCrawl-delay: 5\nUser-agent: MonitorBot\nDisallow:", null)]
    [InlineData("User-agent: *\nDisallow:\nCrawl-delay: 5\nUser-agent: MonitorBot\nDisallow:\nCrawl-delay: 2", 2.0)]
    [InlineData("User-agent: *\nDisallow:\nCrawl-delay: 5\nUser-agent: MonitorBot\nDisallow:", null)]
    [InlineData("User-agent: *\nCrawl-delay: snart", null)]
    [InlineData("User-agent: *\nCrawl-delay: -1", null)]
    [InlineData("", null)]
    public void A_crawl_delay_is_read_from_our_group(string robots, double? seconds) =>
        Assert.Equal(seconds, RobotsTxt.Parse(robots).CrawlDelay("MonitorBot")?.TotalSeconds);

    [Fact]
    public void Any_text_parses_and_answers() => Gen.Select(Gen.String, Gen.String[Gen.Char["uU-agent:*\n\rdislowA/ $%#41"], 0, 200], Gen.String).Sample((noise, lines, path) =>
    {
        RobotsTxt robots = RobotsTxt.Parse($"User-agent: *\n{lines}\n{noise}");
        _ = robots.IsAllowed("MonitorBot", "https://h.no/" + path);
        Assert.True(robots.IsAllowed("MonitorBot", "https://h.no/robots.txt"));
    });

    [Fact]
    public void A_hostile_pattern_costs_no_more_than_a_plain_one()
    {
        string pattern = string.Concat(Enumerable.Repeat("*a", 200_000));
        Assert.True(Allowed($"User-agent: *\nDisallow: /{pattern}$", "/" + new string('a', 2000)));
    }
}
