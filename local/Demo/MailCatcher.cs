using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SmtpServer;
using SmtpServer.ComponentModel;

namespace Monitor.Local.Demo;

/// <summary>A real SMTP server that keeps every mail in a folder, and a small web page to read them on. Nothing leaves the machine.</summary>
internal sealed class MailCatcher : IAsyncDisposable
{
    private readonly WebApplication web;
    private readonly SmtpServer.SmtpServer smtp;
    private readonly Task serving;

    private MailCatcher(WebApplication web, SmtpServer.SmtpServer smtp, Task serving, Uri address)
    {
        this.web = web;
        this.smtp = smtp;
        this.serving = serving;
        Address = address;
    }

    /// <summary>Where the mails are read.</summary>
    public Uri Address { get; }

    /// <summary>Starts both servers.</summary>
    /// <param name="smtpEndpoint">Where mails are taken.</param>
    /// <param name="webEndpoint">Where they are read.</param>
    /// <param name="path">The folder they are kept in.</param>
    /// <param name="clock">Tells when a mail came.</param>
    /// <param name="cancellation">Cancels the start.</param>
    public static async Task<MailCatcher> StartAsync(
        IPEndPoint smtpEndpoint, IPEndPoint webEndpoint, string path, TimeProvider clock, CancellationToken cancellation)
    {
        var folder = new MailFolder(path, clock);
        var services = new ServiceProvider();
        services.Add(folder);
        var smtp = new SmtpServer.SmtpServer(
            new SmtpServerOptionsBuilder().ServerName("localhost").Endpoint(e => e.Endpoint(smtpEndpoint)).Build(), services);
        Task serving = smtp.StartAsync(CancellationToken.None);

        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(webEndpoint));
        WebApplication web = builder.Build();
        web.MapGet("/", () => Html(MailPages.Inbox(folder.All())));
        web.MapGet("/{id}", (string id) => folder.Find(id) is { } mail ? Html(MailPages.Mail(id, mail)) : Results.NotFound());
        // The mail's own markup, in a document of its own that may load and run nothing.
        web.MapGet("/{id}/html", (string id, HttpContext context) =>
        {
            context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
            return folder.Find(id)?.HtmlBody is { } body ? Html(body) : Results.NotFound();
        });
        await web.StartAsync(cancellation);
        return new MailCatcher(web, smtp, serving, new Uri($"http://{webEndpoint}/"));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        smtp.Shutdown();
        await serving;
        await web.DisposeAsync();
    }

    private static IResult Html(string html) => Results.Content(html, "text/html; charset=utf-8");
}
