using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Monitor.Shared.Domain;
using Monitor.Shared.Regulations;

namespace Monitor.Crawlers.Registries.Statements;

/// <summary>
/// What a published statement says, read from its text since its markup is not documented. What is not found is null or empty, and then decides nothing.
/// </summary>
/// <param name="About">What the statement is for, from its title; null when the page is no statement.</param>
/// <param name="Bodies">Organisation numbers in it.</param>
/// <param name="Declared">Criteria declared broken.</param>
/// <param name="Broken">How many criteria it says are broken (brudd på N av M).</param>
/// <param name="Criteria">Of how many.</param>
/// <param name="Updated">When it was last updated.</param>
internal sealed partial record StatementPage(
    string? About, IReadOnlyList<OrgNumber> Bodies, IReadOnlySet<string> Declared, int? Broken, int? Criteria, DateOnly? Updated)
{
    private static readonly string[] Months =
        ["januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember"];

    /// <summary>Whether the list of criteria is the one the count is of, so that what is not on it is declared met.</summary>
    public bool ListIsWhole => Broken is { } broken && broken == Declared.Count;

    /// <summary>Reads a page.</summary>
    public static StatementPage Read(string html)
    {
        using IDocument document = new HtmlParser().ParseDocument(html);
        foreach (IElement element in document.QuerySelectorAll("script, style, template"))
            element.Remove();
        string text = string.Join('\n', Blocks(document.Body).Select(b => Spaces().Replace(b, " ").Trim()).Where(b => b.Length > 0));
        string title = Spaces().Replace(document.QuerySelector("h1")?.TextContent ?? document.Title ?? "", " ").Trim();
        Match count = Count().Match(text);
        return new StatementPage(
            Title().Match(title) is { Success: true } about ? about.Groups["about"].Value.Split('|')[0].Trim() : null,
            [.. Number().Matches(text).Select(m => OrgNumber.TryParse(m.Value, out OrgNumber number) ? number : (OrgNumber?)null).OfType<OrgNumber>().Distinct()],
            Criterion().Matches(text).Select(m => m.Value).Where(c => RegulationCatalogue.FindCriterion(c) is not null).ToHashSet(StringComparer.Ordinal),
            count.Success ? int.Parse(count.Groups["broken"].Value, CultureInfo.InvariantCulture) : null,
            count.Success ? int.Parse(count.Groups["criteria"].Value, CultureInfo.InvariantCulture) : null,
            ReadDate(text));
    }

    private static IEnumerable<string> Blocks(IElement? body) =>
        body is null ? [] : body.QuerySelectorAll("p, li, h1, h2, h3, h4, dt, dd, td, th, time, span, div")
            .Where(e => e.QuerySelector("p, li, h1, h2, h3, h4, dt, dd, td, th, div") is null).Select(e => e.TextContent);

    private static DateOnly? ReadDate(string text)
    {
        if (Date().Match(text) is not { Success: true } match)
            return null;
        int day = int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture);
        int year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
        string word = match.Groups["month"].Value.ToLowerInvariant();
        int month = int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : Array.IndexOf(Months, word) + 1;
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("^(Tilgjengelighetserklæring|Tilgjengelegheitserklæring|Accessibility statement) for (?<about>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Title();

    [GeneratedRegex(@"(?<!\d)\d{3} ?\d{3} ?\d{3}(?!\d)")]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<![\d.])[1-4]\.[1-5]\.\d{1,2}(?![\d.])")]
    private static partial Regex Criterion();

    [GeneratedRegex(@"\b(brudd|brot) på (?<broken>\d{1,2}) av (?<criteria>\d{1,2})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Count();

    [GeneratedRegex(@"sist (oppdatert|endret|endra|revidert)\D{0,10}?(?<day>\d{1,2})\. ?(?<month>\d{1,2}|[a-z]+)\.? ?(?<year>20\d{2})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Date();
}
