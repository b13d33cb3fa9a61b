using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Obligations;

/// <summary>Judges again the obligations that stored scans alone decide: what a finished scan calls, so that the matrix is current.</summary>
public sealed class SiteObligations
{
    private readonly IReadOnlyList<IObligationCheck> checks;
    private readonly ITable<AgencyRow> agencies;
    private readonly SiteFactsReader site;
    private readonly ComplianceRecorder recorder;
    private readonly ObligationWatch watch;

    internal SiteObligations(IEnumerable<IObligationCheck> checks, ITable<AgencyRow> agencies, SiteFactsReader site, ComplianceRecorder recorder, ObligationWatch watch)
    {
        this.checks = [.. checks.Where(c => c.FromStoredScans)];
        this.agencies = agencies;
        this.site = site;
        this.recorder = recorder;
        this.watch = watch;
    }

    /// <summary>What is stored about the agency's solutions.</summary>
    public Task<SiteFacts> ReadFactsAsync(OrgNumber agency, CancellationToken cancellation) => site.ReadAsync(agency, cancellation);

    /// <summary>Judges and stores; asks nobody outside. An agency that is unknown or deregistered is left alone.</summary>
    public async Task RefreshAsync(OrgNumber agency, CancellationToken cancellation)
    {
        if (await agencies.FindAsync(agency, cancellation) is not { DeregisteredAt: null } row)
            return;
        var facts = new AgencyFacts(BodyFacts.Of(row), null, await site.ReadAsync(agency, cancellation));
        foreach (IObligationCheck check in checks)
        {
            ObligationResult result = await check.JudgeAsync(facts, cancellation) with { RuleVersion = check.RuleVersion };
            foreach (string obligation in check.Obligations)
                await recorder.RecordAsync(agency, obligation, result, cancellation);
        }
        await watch.TellAsync(agency, cancellation);
    }
}
