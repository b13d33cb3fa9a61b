using System.Text.Json;
using Monitor.Crawlers.Accessibility.Evidence;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;

namespace Monitor.Benchmarks.Audits;

/// <summary>Keeps pictures in a folder, and beside them what our own rules failed, one entry a cause: for people to look at and judge.</summary>
internal sealed class FolderEvidence(string folder) : IEvidenceStore
{
    private static readonly JsonSerializerOptions ForPeople = new(MonitorJson.Options) { WriteIndented = true };
    private int pictures;

    public bool KeepsScreenshots => true;

    public async Task<string> SaveScreenshotAsync(byte[] png, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        string name = $"{++pictures:000}.png";
        await File.WriteAllBytesAsync(Path.Combine(folder, name), png, cancellation);
        return name;
    }

    /// <summary>Writes the list, and takes away the pictures of everything else.</summary>
    public async Task WriteAsync(IReadOnlyList<PageAudit> audits)
    {
        Failure[] failures =
        [
            .. audits.SelectMany(a => a.Rules.Where(r => r.Check != "axe" && r.Outcome == Outcome.Failed), (a, r) => (Page: new Uri(a.Url).AbsolutePath, Rule: r))
                .SelectMany(p => p.Rule.Elements.Where(e => e.Outcome == Outcome.Failed), (p, e) => (p.Page, p.Rule, Element: e))
                .GroupBy(f => f.Element.Fingerprint)
                .Select(g => (First: g.OrderBy(f => f.Element.Screenshot is null).First(), Pages: g.Select(f => f.Page).Distinct().Count(), Elements: g.Count()))
                .Select(g => new Failure(
                    g.First.Page, g.First.Rule.Rule, g.First.Rule.Wcag, g.First.Element.Target, g.First.Element.Snippet, g.First.Element.Message, g.First.Element.Screenshot, g.Pages, g.Elements))
                .OrderBy(f => f.Rule, StringComparer.Ordinal).ThenBy(f => f.Page, StringComparer.Ordinal),
        ];
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "failed.json"), JsonSerializer.Serialize(failures, ForPeople));
        foreach (string file in Directory.EnumerateFiles(folder, "*.png").Where(f => failures.All(x => x.Picture != Path.GetFileName(f))).ToArray())
            File.Delete(file);
    }

    /// <summary>One cause of failures: the same rule on what lies at the same place of a template.</summary>
    /// <param name="Page">A page it is on.</param>
    /// <param name="Rule">The rule.</param>
    /// <param name="Wcag">Its criteria.</param>
    /// <param name="Target">The element there.</param>
    /// <param name="Html">Its markup, shortened.</param>
    /// <param name="Message">What the rule says of it.</param>
    /// <param name="Picture">The picture's file name; null where there is none.</param>
    /// <param name="Pages">How many pages it is on.</param>
    /// <param name="Elements">How many elements.</param>
    private sealed record Failure(
        string Page, string Rule, IReadOnlyList<string> Wcag, string Target, string? Html, string? Message, string? Picture, int Pages, int Elements);
}
