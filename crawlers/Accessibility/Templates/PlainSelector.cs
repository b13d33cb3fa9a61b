using System.Text.RegularExpressions;

namespace Monitor.Crawlers.Accessibility.Templates;

/// <summary>
/// A selector as it is kept. axe tells elements apart by any attribute, what somebody typed and whom a link writes to included;
/// what is kept names the attribute and not its value. It may lead to more elements than one then.
/// </summary>
internal static partial class PlainSelector
{
    // A page decides how long its attributes are.
    private const int Longest = 4000;

    /// <summary>The selector without such values, cut where it is of no use to anybody any more.</summary>
    public static string Of(string selector) => Plain(selector.Length <= Longest ? selector : selector[..Longest]);

    private static string Plain(string selector) => Personal().Replace(Typed().Replace(selector, "[$1]"), "[$1^=\"$2\"]");

    [GeneratedRegex("""\[(value|placeholder|content|srcdoc|data-[\w-]*value|data-state|data-props)[*^$]?=(?:"(?:[^"\\]|\\.)*(?:"|\\?$)|'(?:[^'\\]|\\.)*(?:'|\\?$)|[^"'\]]*)(?:\]|$)""", RegexOptions.IgnoreCase)]
    private static partial Regex Typed();

    [GeneratedRegex("""\[(href|action|formaction)[*^$]?="(?:[^"\\]|\\.)*?((?:mailto|tel|sms)(?::|\\:|\\3a\s?))(?:[^"\\]|\\.)*(?:"\]|\\?$)""", RegexOptions.IgnoreCase)]
    private static partial Regex Personal();
}
