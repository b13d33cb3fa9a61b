using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Playwright;
using Monitor.Crawlers.Accessibility.Browsing;
using Monitor.Crawlers.Accessibility.Checks.Axe;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Shared.Domain;
using Monitor.Shared.Regulations;
using Monitor.Shared.Scans;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility;

/// <summary>
/// On a site that none of us wrote, what we call failed is what axe-core says when it is run directly in the same browser on the same pages.
/// The site is a folder of built documentation that <c>MONITOR_DOCS_SITE</c> names; <c>./monitor test</c> installs one.
/// </summary>
public sealed class DocsSiteTests(BrowserFixture browser)
{
    private const string Variable = "MONITOR_DOCS_SITE";
    private const int Pages = 12;

    private static IReadOnlyList<string> Asked => RegulationCatalogue.Find(RegulationCatalogue.DefaultId)!.Criteria;

    [Fact]
    public async Task Failed_pairs_are_those_of_axe_run_directly_but_for_the_documented_exceptions()
    {
        string? folder = Environment.GetEnvironmentVariable(Variable);
        if (folder is null)
            Assert.Skip($"not run: {Variable} names no folder with built documentation");
        string[] pages = [.. Directory.EnumerateFiles(folder, "*.html", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/')).Order(StringComparer.Ordinal).Take(Pages)];
        Assert.NotEmpty(pages);
        await using TestSite site = await browser.StartSiteAsync();
        site.Fallback = context => ServeAsync(context, folder);

        int pairs = 0;
        foreach (string path in pages)
        {
            PageAudit audit = await browser.AuditAsync(site.Url("/" + path));
            Assert.Equal(PageStatus.Audited, audit.Status);
            HashSet<(string Rule, string Target)> expected = await RunAxeAsync(site.Url("/" + path));
            HashSet<(string Rule, string Target)> ours = [.. Elements(audit, Outcome.Failed)];
            pairs += expected.Count;

            // Demotions: still reported, as doubt.
            HashSet<(string, string)> demoted = [.. expected.Where(e => AxeData.Demotions.Any(d => d.Rule == e.Rule)).Intersect(Elements(audit, Outcome.CantTell))];
            // Merges: of one cause twenty elements are listed and the rest counted.
            Dictionary<string, int> omitted = audit.Rules.ToDictionary(r => r.Rule, r => r.Elements.Where(e => e.Outcome == Outcome.Failed).Sum(e => e.Omitted));
            (string Rule, string Target)[] unlisted = [.. expected.Except(ours).Except(demoted)];
            foreach ((string rule, string target) in demoted)
                Print($"{path}: {rule} at {target}: demoted to cantTell");
            foreach (var merged in unlisted.GroupBy(u => u.Rule))
                Print($"{path}: {merged.Key}: {merged.Count()} elements counted with their cause, not listed, the first {merged.First().Target}");

            Assert.Empty(ours.Except(expected));
            Assert.All(unlisted.GroupBy(u => u.Rule), g => Assert.Equal(omitted[g.Key], g.Count()));
            Assert.Equal(omitted.Values.Sum(), unlisted.Length);
        }
        Print($"{pages.Length} pages of documentation, {pairs} failed pairs of rule and element");
        Assert.True(pairs > 0, "The site has no fault to compare.");
    }

    // Not the test's output, which shows on failure only: the exceptions are to be read.
    private static void Print(string line) => Console.WriteLine(line);

    /// <summary><c>axe.run</c> as its makers document it: the script in every frame, one call in the page, none of our code and no wrapper between.</summary>
    private async Task<HashSet<(string Rule, string Target)>> RunAxeAsync(string url)
    {
        const string run = """
            async rules => JSON.stringify((await axe.run({ runOnly: { type: 'rule', values: rules } })).violations
              .flatMap(v => v.nodes.map(n => ({ rule: v.id, target: n.target.flat().join(' >>> ') }))))
            """;
        await using BrowserPage page = await browser.OpenAsync(url);
        string script = new BundledAxeScriptProvider().GetScript();
        foreach (IFrame frame in page.Page.Frames)
            await frame.EvaluateAsync(script);
        string answer = await page.Page.EvaluateAsync<string>(run, AxeData.Rules.Where(r => r.Wcag.Intersect(Asked).Any()).Select(r => r.Id).ToArray());
        return [.. JsonSerializer.Deserialize<Pair[]>(answer, MonitorJson.Options)!.Select(p => (p.Rule, p.Target))];
    }

    private static IEnumerable<(string Rule, string Target)> Elements(PageAudit audit, Outcome outcome) =>
        audit.Rules.SelectMany(r => r.Elements.Where(e => e.Outcome == outcome), (r, e) => (r.Rule, e.Target));

    private sealed record Pair(string Rule, string Target);

    private static Task ServeAsync(HttpContext context, string folder)
    {
        string file = Path.GetFullPath(Path.Combine(folder, context.Request.Path.Value!.TrimStart('/')));
        if (!file.StartsWith(folder, StringComparison.Ordinal) || !File.Exists(file))
        {
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        }
        context.Response.ContentType = new FileExtensionContentTypeProvider().TryGetContentType(file, out string? type) ? type : "application/octet-stream";
        return context.Response.SendFileAsync(file, context.RequestAborted);
    }
}
