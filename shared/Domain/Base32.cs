using System.Security.Cryptography;
using System.Text;

namespace Monitor.Shared.Domain;

/// <summary>Names derived from content: lower-case base32 (RFC 4648 section 6 alphabet, no padding), safe in table keys, blob names and URLs.</summary>
public static class Base32
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>The first <paramref name="length"/> characters of the base32 of the SHA-256 of a text's UTF-8 bytes; 26 characters carry 130 bits.</summary>
    public static string Hash(string text, int length = 26) => Encode(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..length];

    /// <summary>The whole SHA-256 of a content, for content-addressed names.</summary>
    public static string Hash(ReadOnlySpan<byte> content) => Encode(SHA256.HashData(content));

    /// <summary>The whole SHA-256 of a text's UTF-8 bytes.</summary>
    public static string HashWhole(string text) => Encode(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Random characters from the alphabet, for ids.</summary>
    public static string Random(int length) => RandomNumberGenerator.GetString(Alphabet, length);

    private static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder((bytes.Length * 8 + 4) / 5);
        int buffer = 0, bits = 0;
        foreach (byte b in bytes)
        {
            buffer = (buffer << 8) | b;
            bits += 8;
            while (bits >= 5)
            {
                bits -= 5;
                text.Append(Alphabet[(buffer >> bits) & 31]);
            }
            buffer &= (1 << bits) - 1;
        }
        if (bits > 0)
            text.Append(Alphabet[(buffer << (5 - bits)) & 31]);
        return text.ToString();
    }
}
