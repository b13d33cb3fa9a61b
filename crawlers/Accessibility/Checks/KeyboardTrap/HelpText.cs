using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Monitor.Crawlers.Accessibility.Checks.KeyboardTrap;

/// <summary>Text of a page that may tell of keys to press.</summary>
internal static partial class HelpText
{
    /// <summary>Whether the page shows any.</summary>
    public static async Task<bool> IsThereAsync(IPage page) => Keys().IsMatch(await page.EvaluateAsync<string>("() => document.body?.innerText ?? ''"));

    [GeneratedRegex(@"\b(esc|escape|ctrl|control|alt|shift|cmd|f\d{1,2}|enter|tastatur\w*|tasten?|hurtigtast\w*|snarvei\w*|snarveg\w*|trykk|press|keyboard|key|keys|shortcut\w*)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Keys();
}
