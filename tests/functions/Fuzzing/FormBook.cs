using System.Net;
using System.Text.RegularExpressions;
using Monitor.Functions.Dashboard;
using Monitor.Functions.Tests.Dashboard;
using Monitor.Shared.Domain;

namespace Monitor.Functions.Tests.Fuzzing;

/// <summary>One form as a page of the dashboard shows it.</summary>
/// <param name="Page">The path of the page.</param>
/// <param name="Reader">Who reads it.</param>
/// <param name="Action">Where it is sent.</param>
/// <param name="Fields">Its fields with what stands in them.</param>
internal sealed record PageForm(string Page, Reader Reader, string Action, IReadOnlyList<(string Name, string Value)> Fields);

/// <summary>Every form of every page, read from the pages themselves: a new form or field is fuzzed without being named anywhere.</summary>
internal static partial class FormBook
{
    public static async Task<IReadOnlyList<PageForm>> ReadAsync(DashboardWorld world, Func<Reader, HttpClient> client)
    {
        List<PageForm> forms = [];
        foreach (DashboardPage page in DashboardPages.All.Where(p => p.Status == 200))
        {
            string path = page.Path(world, new Paths(Language.Nb));
            string html = await client(page.Reader).GetStringAsync(path, TestContext.Current.CancellationToken);
            forms.AddRange(Form().Matches(html)
                .Where(f => Attribute(f.Groups[1].Value, "method") == "post")
                .Select(f => new PageForm(path, page.Reader, Attribute(f.Groups[1].Value, "action") ?? path, [.. Fields(f.Groups[2].Value)])));
        }
        return forms;
    }

    private static IEnumerable<(string, string)> Fields(string html)
    {
        foreach (Match field in Field().Matches(html))
        {
            string tag = field.Groups[2].Value;
            if (Attribute(tag, "name") is not { } name)
                continue;
            yield return (name, field.Groups[1].Value switch
            {
                "select" => Option().Matches(field.Groups[3].Value).Select(o => Attribute(o.Groups[1].Value, "value")).FirstOrDefault(v => !string.IsNullOrEmpty(v)) ?? "",
                "textarea" => WebUtility.HtmlDecode(field.Groups[3].Value),
                _ => Attribute(tag, "value") ?? "",
            });
        }
    }

    private static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $"\\s{name}=\"([^\"]*)\"") is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : null;

    [GeneratedRegex("<form([^>]*)>(.*?)</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<(input|select|textarea)(\\s[^>]*)>(?:(.*?)</\\1>)?", RegexOptions.Singleline)]
    private static partial Regex Field();

    [GeneratedRegex("<option(\\s[^>]*)?>", RegexOptions.Singleline)]
    private static partial Regex Option();
}
