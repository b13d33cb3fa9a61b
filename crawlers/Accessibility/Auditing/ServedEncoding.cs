using System.Text;
using System.Text.Unicode;
using Microsoft.Playwright;
using Monitor.Crawlers.Accessibility.Browsing;

namespace Monitor.Crawlers.Accessibility.Auditing;

/// <summary>Tells whether the bytes of a document are UTF-8, whatever it says of itself.</summary>
internal static class ServedEncoding
{
    private const char Replacement = '\uFFFD';

    /// <summary>
    /// The browser gives no bytes of a document, only the text it read in them. In another encoding than UTF-8 that text is written back to the bytes it came from;
    /// in UTF-8 it was read without a fault, or cannot be told, since a replacement character may have been sent as such.
    /// </summary>
    /// <returns>Null where it cannot be told.</returns>
    public static async Task<bool?> IsUtf8Async(BrowserPage page, PageSource source, CancellationToken cancellation)
    {
        if (source.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            return source.Html.Contains(Replacement, StringComparison.Ordinal) ? null : true;
        try
        {
            return page.Document is { } answer && await page.WhileAliveAsync(answer.TextAsync(), cancellation) is var text
                ? IsUtf8(text, source.Charset)
                : null;
        }
        catch (PlaywrightException) when (page.Loss is null)
        {
            // The browser keeps no answer for ever.
            return null;
        }
    }

    /// <summary>Whether text that was read in an encoding came from bytes that are UTF-8, as all bytes of ASCII are.</summary>
    /// <returns>Null for an encoding we do not know, or where bytes were lost in reading.</returns>
    internal static bool? IsUtf8(string text, string charset)
    {
        try
        {
            var encoding = Encoding.GetEncoding(charset, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
            // UTF-16 has a byte of nothing in every second place, which UTF-8 allows.
            return encoding.GetByteCount("a") == 1 && Utf8.IsValid(encoding.GetBytes(text));
        }
        catch (Exception e) when (e is ArgumentException)
        {
            return null;
        }
    }
}
