using System.Text.Json;
using CsCheck;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Xunit;

namespace Monitor.Shared.Tests.Domain;

public sealed class IdTests
{
    private static readonly OrgNumber Agency = OrgNumber.Parse("991825827");

    [Theory]
    [InlineData("991825827")]
    [InlineData("991 825 827")]
    [InlineData(" 974\u00A0760\u00A0673 ")]
    public void Nine_digits_with_the_right_check_digit_are_an_organisation_number(string text) =>
        Assert.True(OrgNumber.TryParse(text, out _));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("991825828")]
    [InlineData("99182582")]
    [InlineData("9918258270")]
    [InlineData("99182582x")]
    [InlineData("٩٩١٨٢٥٨٢٧")]
    [InlineData("991825827                        ")]
    public void Anything_else_is_none(string? text) => Assert.False(OrgNumber.TryParse(text, out _));

    [Fact]
    public void One_check_digit_at_most_fits_eight_digits() => Gen.Int[0, 99_999_999].Sample(n =>
        Assert.InRange(Enumerable.Range(0, 10).Count(d => OrgNumber.TryParse($"{n:D8}{d}", out _)), 0, 1), iter: 1000);

    [Fact]
    public void It_is_shown_in_groups_and_stored_without() =>
        Assert.Equal(("991\u00A0825\u00A0827", "991825827"), (Agency.Display, Agency.Value));

    [Fact]
    public void Ids_lead_to_their_agency_and_read_back()
    {
        var solution = SolutionId.New(Agency);
        var scan = ScanId.New(solution, new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal(solution, SolutionId.Parse(solution.ToString()));
        Assert.Equal(scan, ScanId.Parse(scan.ToString()));
        Assert.Equal((Agency, solution), (scan.Agency, scan.Solution));
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero), scan.OrderedAt);
    }

    [Fact]
    public void Later_scans_sort_first() => Gen.Select(Gen.Long[0, DateTimeOffset.MaxValue.UtcTicks], Gen.Long[0, DateTimeOffset.MaxValue.UtcTicks]).Sample((a, b) =>
    {
        var solution = SolutionId.New(Agency);
        string first = ScanId.New(solution, new DateTimeOffset(a, TimeSpan.Zero)).ToString(), second = ScanId.New(solution, new DateTimeOffset(b, TimeSpan.Zero)).ToString();
        if (a != b)
            Assert.Equal(a > b, string.CompareOrdinal(first, second) < 0);
    }, iter: 500);

    [Theory]
    [InlineData("991825828-aaaaaaaa")]
    [InlineData("991825827-aaaaaaa1")]
    [InlineData("991825827-AAAAAAAA")]
    [InlineData("991825827-aaaaaaa")]
    [InlineData("991825827_aaaaaaaa")]
    [InlineData("../../secrets")]
    public void What_is_no_solution_id_is_refused(string text) => Assert.False(SolutionId.TryParse(text, null, out _));

    [Theory]
    [InlineData("991825827-aaaaaaaa-9999999999999999999-aaaa")]
    [InlineData("991825827-aaaaaaaa-0000000000000000000-aaa1")]
    [InlineData("991825827-aaaaaaaa-000000000000000000-aaaa")]
    [InlineData("991825827-aaaaaaaa")]
    public void What_is_no_scan_id_is_refused(string text) => Assert.False(ScanId.TryParse(text, null, out _));

    [Fact]
    public void An_invalid_id_does_not_get_past_json()
    {
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<StartScanMessage>("{\"scan\":\"991825827-x\"}", MonitorJson.Options));
        var message = new StartScanMessage(ScanId.New(SolutionId.New(Agency), DateTimeOffset.UnixEpoch));
        Assert.Equal(message, JsonSerializer.Deserialize<StartScanMessage>(JsonSerializer.Serialize(message, MonitorJson.Options), MonitorJson.Options));
    }

    [Fact]
    public void A_page_key_knows_its_second_look()
    {
        string first = PageKey.For("https://example.test/"), second = PageKey.SecondLook(first);
        Assert.Equal((26, first + "|2", true, false), (first.Length, second, PageKey.IsSecondLook(second), PageKey.IsSecondLook(first)));
        Assert.Equal((first, second), (PageKey.First(second), PageKey.SecondLook(second)));
    }

    [Theory]
    [InlineData("", "4oymiquy7qobjgx36tejs35zeqt24qpemsnzgtfeswmrw6csxbkq")]
    [InlineData("abc", "xj4bnp4pahh6uqkbidpf3lrceoyagyndsylxvhfucd7wd4qacwwq")]
    public void Base32_of_sha_256_is_that_of_rfc_4648(string text, string expected) =>
        Assert.Equal((expected, expected[..26]), (Base32.Hash(System.Text.Encoding.UTF8.GetBytes(text)), Base32.Hash(text)));
}
