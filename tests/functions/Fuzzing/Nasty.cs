using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;

namespace Monitor.Functions.Tests.Fuzzing;

/// <summary>Generators of what people, scanners and attackers send.</summary>
internal static class Nasty
{
    /// <summary>Markup that must never come back as markup.</summary>
    public const string Markup = "\"'><canary onload=alert(1)>";

    /// <summary>One of the values.</summary>
    public static Gen<TValue> Pick<TValue>(params TValue[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    /// <summary>Texts, most of them with a name.</summary>
    public static readonly Gen<string> Text = Gen.Frequency(
        (12, Nasty.Pick(
            "", " ", "null", "undefined", "0", "-1", "2147483648", "99999999999999999999", "1e400", "NaN", "true",
            "..", "../..", "..\\..", "/", "\\", "#", "?", "a/b\\c#d?e", "%", "%2f", "%2F..%2F", "%00", "%0d%0aSet-Cookie:x=y", "%u0041", "%ff%fe",
            "\0", "\u0001\u001f\u007f\u0085", "\r\nX-Injected: yes", "a\r\nb", "\u2028\u2029", "\u202e\u2066abc\u2069", "\ufeff\ufffe\uffff",
            "\ud800", "\udc00x", "a\ud83d", "😀👩‍👩‍👧", "æøå", "ﬀﬁ", "İ", "\u0130ß",
            "' or PartitionKey ne '", "key') or (1 eq 1", "'';--", "=1+1", "@SUM(A1)", "{{7*7}}", "${7*7}", "[red]x[/]", "\u001b]0;x\u0007",
            Markup, "<!--", "]]>", "&#x3c;canary&#x3e;", "javascript:alert(1)", "data:text/html,<canary>", "//evil.example", "/\\evil.example", "https://evil.example/",
            "http://169.254.169.254/", "http://[::1]/", "http://2130706433/", "http://user:pass@x.example/", "https://x.example:99999/", "http://", "http:x",
            "0001-01-01", "9999-12-31", "9999-12-31T23:59:59.9999999Z", "0001-01-01T00:00:00+14:00", "2027-02-30", "2027-01-01T00:00:00",
            "999888771", "000000000", "999888772", "999888771-aaaaaaaa", "999888771-AAAAAAAA", "999888771-zzzzzzzz", "99", "Agency,Supervisor", "-2147483648")),
        (2, Gen.String[Gen.Char, 0, 60]),
        (1, Nasty.Pick(new string('x', 300), new string('9', 3000), string.Concat(Enumerable.Repeat("a,", 1500)), new string('\u00e5', 2500), string.Concat(Enumerable.Repeat("../", 700)))));

    /// <summary>Text as it stands in a path or a query: encoded, doubly encoded, or as raw as a request line bears.</summary>
    public static readonly Gen<string> Encoded = Gen.Select(Text, Gen.Int[0, 3], (text, how) => how switch
    {
        0 => Raw(text),
        1 => Escape(Escape(text)),
        _ => Escape(text),
    });

    /// <summary>A header's value; line breaks would only make another header.</summary>
    public static readonly Gen<string> Header = Text.Select(t => t.Replace('\r', ' ').Replace('\n', ' ').Replace('\0', ' '));

    /// <summary>A JSON value of any kind.</summary>
    public static readonly Gen<Func<JsonNode?>> Json = Gen.Frequency<Func<JsonNode?>>(
        (8, Text.Select(t => (Func<JsonNode?>)(() => JsonValue.Create(t)))),
        (1, Nasty.Pick<Func<JsonNode?>>(
            () => null, () => JsonValue.Create(true), () => JsonValue.Create(0), () => JsonValue.Create(-1), () => JsonValue.Create(1.5), () => JsonValue.Create(int.MaxValue),
            () => JsonValue.Create(long.MinValue), () => JsonValue.Create(1e300), () => new JsonArray(), () => new JsonObject(), () => new JsonArray(null, null),
            () => new JsonArray([.. Enumerable.Range(0, 500).Select(i => JsonValue.Create(i))]), () => new JsonObject { ["a"] = new JsonObject { ["b"] = null } }, () => Deep(12), () => Deep(40))));

    private static JsonNode Deep(int levels)
    {
        JsonNode node = new JsonObject();
        for (int i = 0; i < levels; i++)
            node = i % 2 == 0 ? new JsonArray(node) : new JsonObject { ["a"] = node };
        return node;
    }

    /// <summary>Percent-encoded as UTF-8; half a character as the three bytes that no decoder should take.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder();
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~')
                escaped.Append(c);
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                escaped.Append(Uri.EscapeDataString(text.AsSpan(i++, 2)));
            else if (char.IsSurrogate(c))
                escaped.Append(CultureInfo.InvariantCulture, $"%{0xE0 | c >> 12:X2}%{0x80 | c >> 6 & 0x3F:X2}%{0x80 | c & 0x3F:X2}");
            else
                escaped.Append(Uri.EscapeDataString(c.ToString()));
        }
        return escaped.ToString();
    }

    // A space or a line break would end the request line: the server's matter, not ours.
    private static string Raw(string text) => string.Concat(text.Select(c => c is ' ' or '\r' or '\n' or '#' || char.IsSurrogate(c) ? '_' : c));
}
