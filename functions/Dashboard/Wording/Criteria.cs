using System.Text;
using Monitor.Shared.Domain;
using Monitor.Shared.Regulations;

namespace Monitor.Functions.Dashboard.Wording;

/// <summary>How success criteria are shown: number, name and where W3C explains them.</summary>
public static class Criteria
{
    /// <summary>Number and name: <c>1.1.1 Ikke-tekstlig innhold</c>; the number alone when it is unknown.</summary>
    public static string Title(string number, Language language) =>
        RegulationCatalogue.FindCriterion(number) is { } criterion ? $"{number} {criterion.Names.In(language)}" : number;

    /// <summary>W3C's page "Understanding" the criterion; null for an unknown one. Its address is made of the English title.</summary>
    public static string? Explanation(string number) =>
        RegulationCatalogue.FindCriterion(number) is { } criterion
            ? $"https://www.w3.org/WAI/{(criterion.Wcag == "2.2" ? "WCAG22" : "WCAG21")}/Understanding/{Slug(criterion.Names.En)}"
            : null;

    /// <summary>The criteria of a finding, kept parted by spaces.</summary>
    public static IReadOnlyList<string> Split(string wcag) => wcag.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Slug(string title)
    {
        var slug = new StringBuilder(title.Length);
        foreach (char c in title.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c) || c == '-')
                slug.Append(c);
            else if (c == ' ')
                slug.Append('-');
        }
        return slug.ToString();
    }
}
