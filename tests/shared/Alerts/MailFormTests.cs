using System.Text;
using System.Text.RegularExpressions;
using MimeKit;
using Monitor.Shared.Findings;
using Xunit;

namespace Monitor.Shared.Tests.Alerts;

/// <summary>Headers, bytes and markup: what programs read, and what hostile text must not become.</summary>
public sealed class MailFormTests
{
    [Fact]
    public async Task The_headers_say_what_it_is_and_how_to_leave_in_one_click()
    {
        await using var world = new AlertWorld();

        RenderedMail mail = RenderedMail.Of(world, world.Changes());

        MimeMessage message = mail.Message;
        Assert.Equal("abcdefghijklmnopqrstuvwxyz-abcdefghijklmnopqrstuvwxyz@tilsyn.example", message.MessageId);
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero), message.Date);
        Assert.Equal("\"Monitor\" <monitor@tilsyn.example>", message.From.ToString());
        Assert.Equal(AlertWorld.Address, message.To.ToString());
        Assert.Equal("auto-generated", message.Headers[HeaderId.AutoSubmitted]);
        Assert.Equal("Monitor <991825827.alerts.tilsyn.example>", message.Headers[HeaderId.ListId]);
        Assert.Equal($"<https://monitor.example/nb/unsubscribe/{RenderedMail.LeaveToken}>", message.Headers[HeaderId.ListUnsubscribe]);
        Assert.Equal("List-Unsubscribe=One-Click", message.Headers[HeaderId.ListUnsubscribePost]);
        Assert.Equal("991825827-abcdefgh.solution@tilsyn.example", Assert.Single(message.References));
    }

    [Fact]
    public async Task The_bytes_are_seven_bit_with_short_lines_and_wire_line_ends()
    {
        await using var world = new AlertWorld();

        string raw = Encoding.Latin1.GetString(RenderedMail.Of(world, world.Changes(found: 5)).Bytes);

        Assert.All(raw, c => Assert.InRange(c, '\t', '~'));
        Assert.Equal(raw.Count(c => c == '\n'), Regex.Count(raw, "\r\n"));
        Assert.All(raw.Split("\r\n"), line => Assert.InRange(line.Length, 0, 998));
        // RFC 8058: the address of the one-click header must be readable as it stands, not encoded.
        Assert.Contains($"<https://monitor.example/nb/unsubscribe/{RenderedMail.LeaveToken}>", raw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_row_renders_byte_for_byte_the_same()
    {
        await using var one = new AlertWorld();
        await using var other = new AlertWorld();
        ScanChanges changes = one.Changes(found: 3, reopened: 2);

        Assert.Equal(RenderedMail.Of(one, changes).Bytes, RenderedMail.Of(other, changes).Bytes);
    }

    [Fact]
    public async Task Nothing_is_fetched_or_run_by_reading_it()
    {
        await using var world = new AlertWorld();

        RenderedMail mail = RenderedMail.Of(world, world.Changes());

        Assert.Empty(mail.Elements.Intersect(["img", "script", "link", "iframe", "object", "embed", "form", "input", "table", "style", "base"]));
        Assert.DoesNotContain("src=", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", mail.Html, StringComparison.Ordinal);
        Assert.Equal(1, mail.Elements.Count(e => e == "h1"));
    }

    [Fact]
    public async Task Markup_from_a_site_is_text_in_the_mail()
    {
        const string Attack = "<script>alert(1)</script><a href=\"https://evil.example\">x</a>\"'><img src=x onerror=alert(1)>";
        await using var world = new AlertWorld();
        world.Agency.Name = Attack;
        world.Solution.Name = Attack;
        world.Solution.Url = "https://brandvik.example/\"><b>";
        ChangedFinding finding = AlertWorld.Finding("\"><b>") with
        {
            Rule = "unknown",
            Message = Attack,
            ExampleUrl = "https://brandvik.example/?q=\"><b>",
            Wcag = ["<b>"],
        };

        RenderedMail mail = RenderedMail.Of(world, world.Changes() with { New = [finding] });

        mail.SaysInBothParts(Attack[..60]);
        Assert.Empty(mail.Elements.Intersect(["script", "img", "b"]));
        Assert.All(mail.Links, link => Assert.DoesNotContain("evil.example", link, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Brandvik\r\nBcc: offer@evil.example")]
    [InlineData("Brandvik\nBcc: offer@evil.example")]
    [InlineData("Brandvik\rBcc: offer@evil.example")]
    [InlineData("Brandvik\u2028Bcc: offer@evil.example")]
    [InlineData("Brandvik\0\u0085Bcc: offer@evil.example")]
    [InlineData("Brandvik\r\n\r\n<html>Bcc: offer@evil.example")]
    public async Task Line_breaks_in_a_name_make_no_header_and_no_body(string name)
    {
        await using var world = new AlertWorld();
        IEnumerable<string> headers = RenderedMail.Of(world, world.Changes()).HeaderNames;
        world.Solution.Name = name;
        world.Agency.Name = name;

        RenderedMail mail = RenderedMail.Of(world, world.Changes());

        Assert.Equal(headers, mail.HeaderNames);
        Assert.Empty(mail.Message.Bcc);
        Assert.Matches("^[^\r\n]* Brandvik [^\r\n]*Bcc: offer@evil\\.example$", mail.Message.Subject);
        Assert.IsType<MultipartAlternative>(mail.Message.Body);
    }

    [Fact]
    public async Task Signs_that_turn_text_around_are_taken_out()
    {
        await using var world = new AlertWorld();
        world.Solution.Name = "on.\u202Ekivdnarb\u202C\u2066x\u2069";

        Assert.Equal("[Monitor] 1 nytt brudd på on. kivdnarb x", RenderedMail.Of(world, world.Changes()).Message.Subject);
    }
}
