using CsCheck;
using Monitor.Shared.Alerts.Rendering;
using Xunit;

namespace Monitor.Shared.Tests.Alerts;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("  a \t b\r\n c  ", "a b c")]
    [InlineData("a\0b\u0007c", "a b c")]
    [InlineData("soft\u00ADhyphen", "soft hyphen")]
    [InlineData("æøå ÆØÅ áŋđ", "æøå ÆØÅ áŋđ")]
    [InlineData("\u202Eabc", "abc")]
    public void A_text_becomes_one_clean_line(string? text, string expected) => Assert.Equal(expected, PlainText.Line(text, 100));

    [Fact]
    public void Half_a_character_becomes_the_replacement_character() => Assert.Equal("x\uFFFDy", PlainText.Line("x\uD800y", 100));

    [Theory]
    [InlineData("abcdefghij", 10, "abcdefghij")]
    [InlineData("abcdefghijk", 10, "abcdefghi…")]
    [InlineData("ab 👩‍👩‍👧 cd", 10, "ab…")]
    public void A_long_text_is_cut_between_characters(string text, int max, string expected) => Assert.Equal(expected, PlainText.Line(text, max));

    [Fact]
    public void Whatever_comes_in_no_line_break_comes_out_and_the_length_holds() =>
        Gen.Select(Gen.String, Gen.Int[1, 40]).Sample((text, max) =>
        {
            string line = PlainText.Line(text, max);
            return line.Length <= max && !line.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\u202E');
        });

    [Theory]
    [InlineData("https://brandvik.no/a?b=c", true)]
    [InlineData("http://brandvik.no", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("data:text/html,x", false)]
    [InlineData("/relative", false)]
    [InlineData("https://brandvik.no/a\r\nb", false)]
    [InlineData(null, false)]
    public void Only_a_clean_web_address_is_linked_to(string? url, bool linked) => Assert.Equal(linked, PlainText.Link(url) == url && url is not null);

    [Fact]
    public void A_web_address_of_unbearable_length_is_not_linked_to()
    {
        Assert.NotNull(PlainText.Link("https://b.no/" + new string('a', 487)));
        Assert.Null(PlainText.Link("https://b.no/" + new string('a', 488)));
    }
}
