using System.Globalization;
using System.Text;

namespace Monitor.Crawlers.Web.Robots;

/// <summary>Brings paths and patterns to one percent-encoding (RFC 9309 section 2.2.2): unreserved octets decoded, all beyond ASCII encoded.</summary>
internal static class RobotsPath
{
    /// <summary>Path and query of an absolute URL; stars and dollars in it are literal.</summary>
    public static string OfUrl(string url)
    {
        int authority = url.IndexOf("//", StringComparison.Ordinal);
        int start = authority < 0 ? 0 : url.AsSpan(authority + 2).IndexOfAny('/', '?', '#') is var i and >= 0 ? authority + 2 + i : url.Length;
        string path = url[start..];
        int hash = path.IndexOf('#', StringComparison.Ordinal);
        path = Normalize(hash < 0 ? path : path[..hash]);
        path = path.Replace("*", "%2A", StringComparison.Ordinal).Replace("$", "%24", StringComparison.Ordinal);
        return path.StartsWith('/') ? path : "/" + path;
    }

    /// <summary>A pattern; a dollar is special at the end only.</summary>
    public static string OfPattern(string pattern)
    {
        string normal = Normalize(pattern);
        bool anchored = normal.EndsWith('$');
        string body = (anchored ? normal[..^1] : normal).Replace("$", "%24", StringComparison.Ordinal);
        return anchored ? body + "$" : body;
    }

    private static string Normalize(string text)
    {
        var normal = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length
                && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte octet))
            {
                if (IsUnreserved((char)octet))
                    normal.Append((char)octet);
                else
                    Escape(normal, octet);
                i += 2;
            }
            else if (text[i] < 0x80)
            {
                normal.Append(text[i]);
            }
            else
            {
                bool pair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
                foreach (byte b in Encoding.UTF8.GetBytes(text, i, pair ? 2 : 1))
                    Escape(normal, b);
                if (pair)
                    i++;
            }
        }
        return normal.ToString();
    }

    private static void Escape(StringBuilder text, byte octet) => text.Append('%').Append(octet.ToString("X2", CultureInfo.InvariantCulture));

    private static bool IsUnreserved(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~';
}
