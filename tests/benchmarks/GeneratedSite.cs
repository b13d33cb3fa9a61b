using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Monitor.Tests.Support.Sites;

namespace Monitor.Benchmarks;

/// <summary>A site of many pages from a few templates, each of some 700 elements: the median of real pages.</summary>
internal static class GeneratedSite
{
    public static async Task<TestSite> StartAsync(int pages)
    {
        TestSite site = await TestSite.StartAsync(CancellationToken.None);
        site.Fallback = context =>
        {
            if (!int.TryParse(context.Request.Path.Value?.Trim('/'), CultureInfo.InvariantCulture, out int number) && context.Request.Path != "/" || number >= pages)
            {
                context.Response.StatusCode = 404;
                return Task.CompletedTask;
            }
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.WriteAsync(Page(number, pages), context.RequestAborted);
        };
        return site;
    }

    private static string Page(int number, int pages)
    {
        var html = new StringBuilder($"<!DOCTYPE html><html lang=\"nb\"><head><meta charset=\"utf-8\"><title>Side {number}</title></head><body><main><h1>Side {number}</h1>");
        for (int i = 0; i < 170; i++)
            html.Append(CultureInfo.InvariantCulture, $"<section><h2>Avsnitt {i}</h2><p>Tekst om sak {i} på side {number}. <a href=\"/{(number * 7 + i) % pages}\">Les mer om sak {i}</a></p></section>");
        if (number % 3 == 0)
            html.Append("<img class=\"bilde\" src=\"data:image/gif;base64,R0lGODlhAQABAAAAACw=\">");
        return html.Append("</main></body></html>").ToString();
    }
}
