using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Findings;

/// <summary>Reads a solution's findings before a scan is judged, and writes what becomes of them.</summary>
public sealed class FindingStore(ITable<FindingRow> findings, ITable<OccurrenceRow> occurrences, ITable<SolutionRow> solutions, IBlobs blobs)
{
    /// <summary>The state before a scan. Pages of findings that are over are not needed and not read.</summary>
    internal async Task<SolutionState> LoadAsync(SolutionId solution, CancellationToken cancellation)
    {
        Dictionary<string, KnownFinding> known = [];
        await foreach (FindingRow row in findings.ReadAsync(solution.Agency.Value, FindingRow.KeyOf(solution, ""), cancellation))
        {
            known[row.Fingerprint] = new KnownFinding(row, row.Over ? [] : await OccurrencesAsync(row, cancellation));
        }
        SolutionHistory? history = await blobs.ReadJsonAsync<SolutionHistory>(SolutionHistory.BlobOf(solution), cancellation);
        return new SolutionState(known, history ?? SolutionHistory.Empty);
    }

    /// <summary>
    /// Writes a scan's transitions. A finding's pages are written before its row, and its row names the scan:
    /// met again, by a message delivered twice or after a crash, a finding that is through is skipped.
    /// </summary>
    /// <returns>False when the solution is erased, before or meanwhile: nothing of it is left then.</returns>
    internal async Task<bool> ApplyAsync(ScanId scan, Transitions transitions, CancellationToken cancellation)
    {
        if (await IsErasedAsync(scan.Solution, cancellation))
            return false;
        foreach (FindingTransition transition in transitions.Findings)
            await ApplyAsync(scan, transition, cancellation);

        string blob = SolutionHistory.BlobOf(scan.Solution);
        SolutionHistory? stored = await blobs.ReadJsonAsync<SolutionHistory>(blob, cancellation);
        if (transitions.History.LastScan == scan.ToString() && ScanOrder.IsLater(scan.ToString(), stored?.LastScan))
            await blobs.WriteJsonAsync(blob, transitions.History, cancellation);

        // Asked again after the writing: erasing deletes the solution's row before its findings, so one of the two sees what the other left.
        if (!await IsErasedAsync(scan.Solution, cancellation))
            return true;
        foreach (FindingTransition transition in transitions.Findings)
            await DeleteAsync(transition.After, cancellation);
        await blobs.DeleteAsync(blob, cancellation);
        return false;
    }

    private async Task<bool> IsErasedAsync(SolutionId solution, CancellationToken cancellation) =>
        await solutions.FindAsync(solution, cancellation) is null;

    private async Task DeleteAsync(FindingRow finding, CancellationToken cancellation)
    {
        foreach (OccurrenceRow row in await OccurrencesAsync(finding, cancellation))
            await occurrences.DeleteAsync(row.PartitionKey, row.RowKey, cancellation);
        await findings.DeleteAsync(finding.PartitionKey, finding.RowKey, cancellation);
    }

    private async Task ApplyAsync(ScanId scan, FindingTransition transition, CancellationToken cancellation)
    {
        FindingRow after = transition.After;
        FindingRow? current = await findings.FindAsync(after.PartitionKey, after.RowKey, cancellation);
        if (current is not null && FindingLifeCycle.IsApplied(current, scan))
            return;

        if (transition.Occurrences is { } carried)
        {
            HashSet<string> keys = [.. carried.Select(o => o.RowKey)];
            await foreach (OccurrenceRow row in occurrences.ReadAsync(after.RowKey, "", cancellation))
            {
                if (!keys.Contains(row.RowKey))
                    await occurrences.DeleteAsync(row.PartitionKey, row.RowKey, cancellation);
            }
            await occurrences.PutAllAsync([.. carried], cancellation);
        }

        if (current is null && await findings.TryInsertAsync(after, cancellation) is not null)
            return;
        await findings.UpdateAsync(
            after.PartitionKey, after.RowKey, row => FindingLifeCycle.IsApplied(row, scan) ? null : Merge(after, row), cancellation);
    }

    // A person may have set the finding aside, or taken that back, since the scan's transitions were frozen.
    private static FindingRow Merge(FindingRow after, FindingRow current) => after with
    {
        ETag = current.ETag,
        Timestamp = current.Timestamp,
        WriteId = current.WriteId,
        SetAsideReason = current.SetAsideReason,
        SetAsideComment = current.SetAsideComment,
        SetAsideBy = current.SetAsideBy,
        SetAsideAt = current.SetAsideAt,
        SetAsideUntil = current.SetAsideUntil,
    };

    private async Task<IReadOnlyList<OccurrenceRow>> OccurrencesAsync(FindingRow finding, CancellationToken cancellation)
    {
        List<OccurrenceRow> rows = [];
        await foreach (OccurrenceRow row in occurrences.ReadAsync(finding.RowKey, "", cancellation))
            rows.Add(row);
        return rows;
    }
}
