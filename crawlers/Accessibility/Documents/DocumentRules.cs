using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Checks.Reading;
using Monitor.Shared.Findings;
using Monitor.Shared.Scans;
using UglyToad.PdfPig;

namespace Monitor.Crawlers.Accessibility.Documents;

/// <summary>The rules for documents: what <see cref="ICheck"/> is for pages, for what no browser opens.</summary>
internal static class DocumentRules
{
    private static readonly RuleFile Data = RuleFile.Read(typeof(DocumentRules), "documents.data.json");

    /// <summary>The rules.</summary>
    public static IReadOnlyList<CheckRule> All { get; } = Data.AsRules();

    /// <summary>Us and the parser, as the engines behind them.</summary>
    public static IReadOnlyList<EngineInfo> Engines { get; } =
        [Data.EngineOf(CheckIds.Documents), new EngineInfo("PdfPig", typeof(PdfDocument).Assembly.GetName().Version!.ToString(3))];

    /// <summary>How bad it is when a rule finds something.</summary>
    public static string ImpactOf(string rule) => Data.ImpactOf(rule);

    /// <summary>
    /// The cause that all documents of a solution with the same fault share: how it makes its documents. Each document is an occurrence of it.
    /// </summary>
    public static string FingerprintOf(string rule) => Fingerprint.For(rule, "document");
}
