using System.Text.Json;
using Monitor.Crawlers.Accessibility.Auditing;
using Monitor.Crawlers.Accessibility.Browsing;
using Monitor.Crawlers.Accessibility.Evidence;
using Monitor.Crawlers.Web;
using Monitor.Crawlers.Web.Politeness;
using Monitor.Crawlers.Web.Robots;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Regulations;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;

namespace Monitor.Crawlers.Accessibility;

/// <summary>
/// Looks at one page of a scan and stores what it observed. The order makes it safe to run twice: the audit's blob comes first and the first one wins,
/// so a message delivered again is never a second observation; then the page's replacement, if it needs one; then its row; then the scan is told.
/// </summary>
public sealed class AuditPageHandler(
    ITable<ScanRow> scans,
    ITable<PageRow> pages,
    ITable<SolutionRow> solutions,
    IBlobs blobs,
    IQueues queues,
    IPageAuditor auditor,
    SampleReplacement replacement,
    IHostSlots slots,
    ScanProgress progress,
    TimeProvider clock)
{
    // As after any other failure that may pass, a page is tried once more.
    private const int MostPostponements = 1;

    /// <summary>Handles one message; may meet the same one twice.</summary>
    public async Task HandleAsync(AuditPageMessage message, CancellationToken cancellation)
    {
        ScanId id = message.Scan;
        ScanRow? scan = await scans.FindAsync(id, cancellation);
        PageRow? page = await pages.FindAsync(id.ToString(), message.Page, cancellation);
        if (scan is null || page is null)
            return; // Erased meanwhile.

        if (!page.Done && !scan.Ended && scan.StopRequested)
        {
            // Whoever stopped the scan gave its pages up already, but may have died over it, or this page came to the sample after.
            await GiveUpAsync(page, cancellation);
        }
        else if (!page.Done && !scan.Ended)
        {
            PageAudit? audit = await PageAuditBlob.ReadAsync(blobs, PageAuditBlob.NameOf(id, message.Page), cancellation)
                ?? await LookAsync(message, scan, page, cancellation);
            if (audit is null)
                return; // Not our turn, and the message comes back; or erased meanwhile.
            if (audit.Status == PageStatus.Skipped && !page.SecondLook)
                await replacement.ReplaceAsync(id, page, cancellation);
            await StoreAsync(scan, page, audit, cancellation);
        }
        await progress.PageDoneAsync(id, cancellation);
    }

    /// <summary>
    /// Takes a place in the browser, then the host's turn, which must not run out over the wait for a place, and looks.
    /// Null when it is not our turn, or the site asks us to come later, and the message is sent again; or when the solution was erased meanwhile.
    /// </summary>
    private async Task<PageAudit?> LookAsync(AuditPageMessage message, ScanRow scan, PageRow page, CancellationToken cancellation)
    {
        AuditRequest request = await RequestAsync(scan, page, cancellation);
        using PagePlace place = await auditor.TakePlaceAsync(cancellation);
        SlotAnswer turn = await slots.TryAcquireAsync(page.Url, $"{message.Scan}|{message.Page}", cancellation);
        PageAudit audit;
        if (turn.Refusal is { } refusal)
        {
            audit = PageAudit.Unmeasured(page.Url, PageStatus.Blocked, refusal);
        }
        else if (turn.Slot is null)
        {
            await queues.SendAsync(message, turn.RetryAfter, cancellation);
            return null;
        }
        else
        {
            (audit, TimeSpan rest) = await LookAsync(place, turn.Slot, request, new BlobEvidence(blobs, message.Scan.Agency), cancellation);
            if (audit.Reason == PageReasons.Throttled && rest <= HostHealth.LongestWait && await PostponeAsync(page, cancellation))
            {
                await queues.SendAsync(message, rest, cancellation);
                return null;
            }
        }
        audit = await PageAuditBlob.WriteAsync(blobs, message.Scan, message.Page, audit, cancellation);
        return await IsErasedAsync(message.Scan.Solution, cancellation) ? await ForgetAsync(message, audit, cancellation) : audit;
    }

    /// <summary>Looks in the host's turn, and notes what that told of the host before giving the turn back.</summary>
    private async Task<(PageAudit Audit, TimeSpan HostRests)> LookAsync(
        PagePlace place, HostSlot slot, AuditRequest request, BlobEvidence evidence, CancellationToken cancellation)
    {
        try
        {
            HostAnswer? told = null;
            PageAudit audit = await auditor.AuditAsync(place, request with { MayWait = false, Tried = answer => told = answer }, evidence, cancellation);
            return (audit, await slots.NoteAsync(request.Url, told ?? new HostAnswer(audit.Reason), cancellation));
        }
        finally
        {
            // Also when we are told to stop: whoever gets the message next shall not wait for us.
            await slots.ReleaseAsync(slot, TimeSpan.Zero, CancellationToken.None);
        }
    }

    /// <summary>Notes that a look is put off; false when it was put off often enough.</summary>
    private async Task<bool> PostponeAsync(PageRow page, CancellationToken cancellation)
    {
        if (page.Postponed >= MostPostponements)
            return false;
        await pages.UpdateAsync(page.PartitionKey, page.RowKey, row => row.Done ? null : row with { Postponed = page.Postponed + 1 }, cancellation);
        return true;
    }

    // Asked after the writing: erasing deletes the solution's row before it lists blobs, so one of the two sees what the other left.
    private async Task<bool> IsErasedAsync(SolutionId solution, CancellationToken cancellation) =>
        await solutions.FindAsync(solution, cancellation) is null;

    private async Task<PageAudit?> ForgetAsync(AuditPageMessage message, PageAudit audit, CancellationToken cancellation)
    {
        foreach (string picture in audit.Rules.SelectMany(r => r.Elements).Select(e => e.Screenshot).OfType<string>().Distinct())
            await blobs.DeleteAsync(picture, cancellation);
        await blobs.DeleteAsync(PageAuditBlob.NameOf(message.Scan, message.Page), cancellation);
        return null;
    }

    private async Task<AuditRequest> RequestAsync(ScanRow scan, PageRow page, CancellationToken cancellation)
    {
        Regulation regulation = RegulationCatalogue.Find(scan.Regulation)
            ?? throw new InvalidOperationException($"Scan {scan.RowKey} names the unknown regulation '{scan.Regulation}'.");
        SolutionId solution = scan.Id.Solution;
        SolutionRow? row = await solutions.FindAsync(solution, cancellation);
        // The crawl may have followed the start page to the site's other name; the page's own URL tells.
        SiteScope? scope = SiteScope.Of(scan.Url, row?.ScopePath ?? "/");
        SiteRobots? robots = await SiteRobots.ReadAsync(blobs, scan.Id, cancellation);
        return new AuditRequest(page.Url, regulation, scope?.Follow(page.Url) ?? scope, robots is null ? null : robots.Allows)
        {
            IsDocument = page.Kind == PageKind.Document,
        };
    }

    private Task<PageRow?> GiveUpAsync(PageRow page, CancellationToken cancellation) =>
        pages.UpdateAsync(page.PartitionKey, page.RowKey, row => row.Done ? null : row with
        {
            Status = PageStatus.Failed,
            Reason = PageReasons.Stopped,
        }, cancellation);

    private async Task StoreAsync(ScanRow scan, PageRow page, PageAudit audit, CancellationToken cancellation)
    {
        ElementResult[] elements = [.. audit.Rules.SelectMany(r => r.Elements)];
        int Count(Outcome outcome) => elements.Where(e => e.Outcome == outcome).Sum(e => 1 + e.Omitted);

        DateTimeOffset at = audit.Evidence?.At ?? clock.GetUtcNow();
        await pages.UpdateAsync(page.PartitionKey, page.RowKey, row => row.Done ? null : row with
        {
            Status = audit.Status,
            Reason = audit.Reason,
            FinalUrl = Shorten(audit.FinalUrl),
            Title = Shorten(audit.Title),
            HttpStatus = audit.HttpStatus,
            DurationMs = audit.DurationMs,
            AuditedAt = at,
            ResultBlob = PageAuditBlob.NameOf(scan.Id, page.RowKey),
            HtmlHash = audit.Evidence?.HtmlHash,
            Failed = Count(Outcome.Failed),
            CantTell = Count(Outcome.CantTell),
        }, cancellation);

        if (audit.Evidence is { Browser: not null } seen && scan.EnginesJson is null)
        {
            await scans.UpdateAsync(scan.PartitionKey, scan.RowKey, row => row.EnginesJson is not null ? null : row with
            {
                EnginesJson = JsonSerializer.Serialize(seen.Engines, MonitorJson.Options),
                Browser = seen.Browser,
            }, cancellation);
        }
    }

    // What sites say is as long as they like; a column is not.
    private static string? Shorten(string? text) => text is { Length: > 2000 } ? text[..2000] : text;
}
