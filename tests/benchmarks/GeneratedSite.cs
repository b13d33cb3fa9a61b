using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Monitor.Tests.Support.Sites;

namespace Monitor.Benchmarks;

/// <summary>A site of many pages from a few templates, each of some 700 elements: the median of real pages.</summary>
internal static class GeneratedSite
{
    // A crawl follows no more than fifty addresses of one pattern (numbers aside), so pages stand in sections, as on real sites.
    private const int PagesASection = 40;

    public static async Task<TestSite> StartAsync(int pages)
    {
        TestSite site = await TestSite.StartAsync(CancellationToken.None);
        site.Fallback = context =>
        {
            if (!int.TryParse(context.Request.Path.Value!.Split('/')[^1], CultureInfo.InvariantCulture, out int number) && context.Request.Path != "/" || number >= pages)
            {
                context.Response.StatusCode = 404;
                return Task.CompletedTask;
            }
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.WriteAsync(Page(number, pages), context.RequestAborted);
        };
        return site;
    }

    private static readonly string[] Words =
        [.. "barnehage skole vei vann avløp plan bygg helse omsorg kultur idrett miljø næring skatt valg møte vedtak søknad frist gebyr skjema tilsyn klage innsyn høring budsjett beredskap bibliotek museum friluft".Split(' ')];

    private static string PathOf(int number) =>
        number == 0 ? "/" : string.Create(CultureInfo.InvariantCulture, $"/tema-{(char)('a' + number / PagesASection)}/{number}");

    private static string Page(int number, int pages)
    {
        var html = new StringBuilder($"<!DOCTYPE html><html lang=\"nb\"><head><meta charset=\"utf-8\"><title>Side {number}</title></head><body><main><h1>Side {number}</h1>");
        // Each page has a text of its own: a crawl leaves a pattern whose pages are all alike.
        var words = new Random(number);
        for (int i = 0; i < 170; i++)
            html.Append(CultureInfo.InvariantCulture, $"<section><h2>Avsnitt {i}</h2><p>{string.Join(' ', words.GetItems(Words, 12))}. <a href=\"{PathOf((number * 7 + i) % pages)}\">Les mer om sak {i}</a></p></section>");
        if (number % 3 == 0)
            html.Append("<img class=\"bilde\" src=\"data:image/gif;base64,R0lGODlhAQABAAAAACw=\">");
        return html.Append("</main></body></html>").ToString();
    }
}
