using System.Buffers.Text;
using System.Text;

namespace Monitor.Shared.Storage;

/// <summary>How listings are paged: by the last row's key, so that a token survives restarts and writes in between, and can name nothing but a place in its own list.</summary>
internal static class RowPaging
{
    private const int MaxLimit = 1000;

    // Not what people would type; a token of another kind is refused instead of read as a key.
    private const string Mark = "k1.";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static void CheckLimit(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxLimit);
    }

    public static string WriteToken(string lastKey) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Mark + lastKey));

    /// <summary>The key after which the page begins.</summary>
    /// <exception cref="FormatException">It is not a token of ours.</exception>
    public static string ReadToken(string token)
    {
        try
        {
            string text = Strict.GetString(Base64Url.DecodeFromChars(token));
            string key = text.StartsWith(Mark, StringComparison.Ordinal) ? text[Mark.Length..] : "";
            if (RowLimits.IsKey(key))
                return key;
        }
        catch (ArgumentException)
        {
            // Bytes that are no UTF-8.
        }
        throw new FormatException("The continuation token is not one of ours.");
    }

    /// <summary>The first key beyond all that begin with the prefix.</summary>
    public static string EndOf(string prefix) => prefix[..^1] + (char)(prefix[^1] + 1);
}
