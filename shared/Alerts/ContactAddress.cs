using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Monitor.Shared.Alerts;

/// <summary>
/// The e-mail addresses we take: <c>dot-atom@domain</c> in ASCII (RFC 5321 section 4.1.2, without quoted local parts and address literals),
/// a domain in other letters turned into its A-labels. Local parts in other letters need SMTPUTF8 (RFC 6531), which not every server has.
/// </summary>
internal static partial class ContactAddress
{
    private const int MaxLength = 254;
    private const int MaxLocalPart = 64;

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <summary>Reads what a person typed into the form that is stored, compared and sent to; false when it is no address.</summary>
    public static bool TryNormalize(string? typed, [NotNullWhen(true)] out string? address)
    {
        address = null;
        string text = typed?.Trim() ?? "";
        int at = text.LastIndexOf('@');
        if (text.Length > MaxLength || at is < 1 or > MaxLocalPart || !LocalPart().IsMatch(text[..at]) || ToAscii(text[(at + 1)..]) is not { } domain)
            return false;

        string normal = $"{text[..at]}@{domain}";
        if (normal.Length > MaxLength || !Domain().IsMatch(domain))
            return false;
        address = normal;
        return true;
    }

    private static string? ToAscii(string domain)
    {
        try
        {
            return Idn.GetAscii(domain).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*\z")]
    private static partial Regex LocalPart();

    // At least two labels, the last no number: no machine's short name and no IP address.
    [GeneratedRegex(@"\A([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])\z")]
    private static partial Regex Domain();
}
