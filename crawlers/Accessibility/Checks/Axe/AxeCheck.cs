using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Monitor.Shared.Scans;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Monitor.Crawlers.Accessibility.Checks.Axe;

/// <summary>Deque's axe-core, run in every frame of the page, all outcomes kept.</summary>
public sealed class AxeCheck : ICheck
{
    // The banner of the bundled script: "/*! axe v4.14.0".
    private const string VersionMark = "axe v";
    private static readonly string Within = EmbeddedScript.Read(typeof(AxeCheck), "within.js");

    /// <summary>Reads which axe-core the package brings.</summary>
    public AxeCheck()
    {
        string script = new BundledAxeScriptProvider().GetScript();
        int start = script.IndexOf(VersionMark, StringComparison.Ordinal) + VersionMark.Length;
        string version = script[start..script.IndexOfAny(['\r', '\n'], start)].Trim();
        Engine = new EngineInfo("axe-core", version);
        string ruleVersion = string.Join('.', version.Split('.')[..2]);
        Rules = [.. AxeData.Rules.Select(r => new CheckRule(r.Id, ruleVersion, r.Wcag, r.Texts, r.CanFail && !AxeData.Demotions.Any(d => d.CoversAll(r.Id))))];
    }

    /// <inheritdoc/>
    public string Id => "axe";

    /// <inheritdoc/>
    public EngineInfo Engine { get; }

    /// <inheritdoc/>
    public IReadOnlyList<CheckRule> Rules { get; }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RuleObservation>> RunAsync(CheckContext context, CancellationToken cancellation)
    {
        HashSet<string> asked = [.. context.Rules.Select(r => r.Id)];
        AxeResult result = (context.Within.Count > 0 ? await RunWithinAsync(context, asked).WaitAsync(cancellation) : null)
            ?? await context.Page.RunAxe(Options(asked)).WaitAsync(cancellation);
        IReadOnlyList<RuleObservation> observations = AxeOutcomes.Read(result, asked, await HasStyleSheetsAsync(context.Page).WaitAsync(cancellation));
        return observations.Count > 0 ? observations : throw new InvalidOperationException("axe reported no rule at all.");
    }

    /// <summary>The short way, where axe's script is in the page already: the other opens a page of its own to put its results together, which takes half a second.</summary>
    private static async Task<AxeResult?> RunWithinAsync(CheckContext context, HashSet<string> asked)
    {
        string given = JsonConvert.SerializeObject(new { include = context.Within.Select(a => a.Inner), options = Options(asked) });
        return await context.Page.EvaluateAsync<string?>(Within, given) is { } result ? new AxeResult(JObject.Parse(result)) : null;
    }

    /// <summary>Whether any frame has a style sheet; for axe's rule on orientation, "none" and "could not be read" look alike.</summary>
    private static async Task<bool> HasStyleSheetsAsync(IPage page)
    {
        foreach (IFrame frame in page.Frames)
        {
            try
            {
                if (await frame.EvaluateAsync<bool>("document.styleSheets.length > 0"))
                    return true;
            }
            catch (PlaywrightException)
            {
                // The frame went meanwhile; what it had can't be known.
                return true;
            }
        }
        return false;
    }

    /// <summary>Details of what failed or is in doubt only: that cuts a page's result to an eighth and changes nothing of what is found.</summary>
    internal static AxeRunOptions Options(IEnumerable<string> rules) => new()
    {
        RunOnly = RunOnlyOptions.Rules([.. rules, AxeOutcomes.FrameRule]),
        ResultTypes = [ResultType.Violations, ResultType.Incomplete],
        Iframes = true,
    };
}
