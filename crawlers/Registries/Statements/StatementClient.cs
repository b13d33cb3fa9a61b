using System.Net;
using System.Text;
using Microsoft.Extensions.Options;
using Monitor.Crawlers.Registries.Http;
using Monitor.Crawlers.Web.Crawling;

namespace Monitor.Crawlers.Registries.Statements;

/// <summary>Opens a published statement; absent when it no longer exists.</summary>
internal sealed class StatementClient(RegistryHttp http, IOptions<CrawlSettings> limits)
{
    /// <summary>The page's HTML.</summary>
    public async Task<RegistryAnswer<string>> FindAsync(StatementLink link, CancellationToken cancellation) =>
        await http.GetAsync(StatementsRegistry.Definition, link.Path, "text/html", cancellation) switch
        {
            RegistryReply.Answered { Status: HttpStatusCode.NotFound or HttpStatusCode.Gone } => new RegistryAnswer<string>.Absent(),
            var reply => RegistryAnswer<string>.Of(reply, Read),
        };

    private RegistryAnswer<string> Read(RegistryReply.Answered answered)
    {
        if (answered.MediaType is not ("text/html" or "application/xhtml+xml"))
            return RegistryAnswer<string>.Malformed($"The answer is {answered.MediaType}, not HTML.");
        if (MarkupLimit.LengthOf(answered.Body.Span, limits.Value.MaxTags) < answered.Body.Length)
            return RegistryAnswer<string>.Malformed("The page holds more markup than is read.");
        return answered.Body.IsEmpty
            ? RegistryAnswer<string>.Malformed("The answer is empty.")
            : new RegistryAnswer<string>.Found(Encoding.UTF8.GetString(answered.Body.Span));
    }
}
