using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using Monitor.Shared.Scans;
using Monitor.Tests.Support.Sites;

namespace Monitor.Crawlers.Tests.Accessibility.Hostile;

/// <summary>Pages that cost all that they are given, each with what it must come to.</summary>
internal static class HostilePages
{
    private const string Head = "<!DOCTYPE html><html lang=\"nb\"><head><meta charset=\"utf-8\"><title>Felle</title></head><body><main><h1>Hei</h1></main>";

    /// <summary>Scripts in a page that is sound otherwise, with the reason why it is not judged; null where it is.</summary>
    public static IReadOnlyDictionary<string, (string Script, string? Reason)> Scripts { get; } = new Dictionary<string, (string, string?)>
    {
        ["endless script"] = ("while (true);", PageReasons.Timeout),
        ["dialogs for ever"] = ("for (;;) alert('x'.repeat(1e5));", PageReasons.EngineFailed),
        ["dialogs of every kind"] = ("setInterval(() => { alert(1); confirm(2); prompt(3) }, 1)", PageReasons.EngineFailed),
        ["array memory"] = ("window.a = []; for (let i = 0; i < 40; i++) a.push(new Uint8Array(4e7).fill(1))", PageReasons.TooLarge),
        ["too many elements"] = ("document.body.insertAdjacentHTML('beforeend', '<i></i>'.repeat(2e5))", PageReasons.TooLarge),
        ["large markup"] = ("document.body.append('x'.repeat(2e7))", PageReasons.TooLarge),
        ["connections"] = ("(async () => { for (let i = 0; ; i++) await Promise.all([1, 2, 3, 4].map(n => fetch(`/tom?${i}-${n}`).catch(() => 0))) })()", PageReasons.TooLarge),
        ["bytes"] = ("(async () => { for (;;) await fetch('/strøm').then(r => r.arrayBuffer()).catch(() => 0) })()", PageReasons.TooLarge),
        ["refresh in a circle"] = ("setTimeout(() => location = '/ring?' + Math.random(), 200)", PageReasons.Redirects),
        ["windows"] = ("setInterval(() => window.open('/tom'), 1)", null),
        ["downloads"] = ("for (let i = 0; i < 100; i++) { const a = document.createElement('a'); a.href = '/fil?' + i; a.download = 'x'; document.body.append(a); a.click(); a.remove() }", null),
        ["leaving"] = ("onbeforeunload = e => { e.preventDefault(); return e.returnValue = 'Bli' }", null),
        ["console"] = ("for (let i = 0; i < 2000; i++) console.log('x'.repeat(1e4))", null),
        ["title"] = ("document.title = 'x'.repeat(5e6)", null),
        ["attributes"] = ("document.body.insertAdjacentHTML('beforeend', `<img src=a.png id='${'x'.repeat(1e6)}' class='${'y '.repeat(5e5)}' longdesc='${'z'.repeat(1e6)}'>`)", null),
        ["errors"] = ("for (let i = 0; i < 5000; i++) setTimeout(() => { throw new Error('x'.repeat(1000)) }, 0)", null),
        ["named elements"] = ("document.body.insertAdjacentHTML('beforeend', '<form name=title></form><img alt=\"\" name=documentElement><img alt=\"\" name=doctype><img alt=\"\" name=getElementsByTagName>')", null),
        ["history"] = ("for (let i = 0; i < 150; i++) history.pushState('x'.repeat(1000), '', '#' + i)", null),
    };

    /// <summary>Answers of the server, with the reason why they are not judged.</summary>
    public static IReadOnlyDictionary<string, (RequestDelegate Answer, string Reason)> Answers { get; } = new Dictionary<string, (RequestDelegate, string)>
    {
        ["a body without end"] = (context => StreamAsync(context, "text/html", long.MaxValue), PageReasons.TooLarge),
        ["a head that is never sent"] = (NeverAsync, PageReasons.Timeout),
        ["a body that stops"] = (context => StopAsync(context), PageReasons.Timeout),
        ["a bomb"] = (BombAsync, PageReasons.TooLarge),
        ["a head without end"] = (context => { HeaderFlood(context); return Task.CompletedTask; }, PageReasons.TooLarge),
        ["a loop"] = (context => RedirectAsync(context, context.Request.Path.Value!), PageReasons.Redirects),
        ["a growing loop"] = (context => RedirectAsync(context, $"{context.Request.Path.Value}?{context.Request.QueryString.Value?.TrimStart('?')}x"), PageReasons.Redirects),
        ["a file of ours"] = (context => RedirectAsync(context, "file:///etc/passwd"), PageReasons.AddressNotAllowed),
        ["a broken answer"] = (context => { context.Abort(); return Task.CompletedTask; }, PageReasons.Connection),
    };

    /// <summary>Sets all of them up.</summary>
    public static void AddTo(TestSite site)
    {
        foreach ((string name, (string script, _)) in Scripts)
            site.Html("/" + name, $"<main><h1>Hei</h1></main><script>{script}</script>");
        foreach ((string name, (RequestDelegate answer, _)) in Answers)
            site.On("/" + name, answer);
        site.Text("/tom", "").Text("/fil", "abc", "application/octet-stream");
        site.On("/strøm", context => StreamAsync(context, "application/octet-stream", 1024 * 1024));
        site.Html("/ring", "<main><h1>Rundt</h1></main><script>setTimeout(() => location = '/ring?' + Math.random(), 200)</script>");
    }

    private static async Task StreamAsync(HttpContext context, string type, long length)
    {
        context.Response.ContentType = type;
        byte[] chunk = Encoding.ASCII.GetBytes(Head + new string(' ', 64 * 1024));
        for (long sent = 0; sent < length; sent += chunk.Length)
            await context.Response.Body.WriteAsync(chunk, context.RequestAborted);
    }

    private static Task NeverAsync(HttpContext context) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);

    private static async Task StopAsync(HttpContext context)
    {
        context.Response.ContentType = "text/html";
        await context.Response.WriteAsync(Head, context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        await NeverAsync(context);
    }

    private static async Task BombAsync(HttpContext context)
    {
        context.Response.ContentType = "text/html";
        context.Response.Headers.ContentEncoding = "gzip";
        await using var packed = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
        byte[] chunk = Encoding.ASCII.GetBytes(new string('x', 1024 * 1024));
        for (int i = 0; i < 20; i++)
            await packed.WriteAsync(chunk, context.RequestAborted);
    }

    private static void HeaderFlood(HttpContext context)
    {
        for (int i = 0; i < 100; i++)
            context.Response.Headers["X-Felt-" + i] = new string('x', 1000);
    }

    private static Task RedirectAsync(HttpContext context, string target)
    {
        context.Response.StatusCode = 302;
        context.Response.Headers.Location = Uri.EscapeDataString(target).Replace("%2F", "/", StringComparison.Ordinal).Replace("%3A", ":", StringComparison.Ordinal).Replace("%3F", "?", StringComparison.Ordinal);
        return Task.CompletedTask;
    }
}
