using Monitor.Shared.Storage;

namespace Monitor.Shared.Scans;

/// <summary>Takes a scan on when a look is complete: chooses candidates and queues second looks, or applies the transitions and finishes.</summary>
/// <remarks>What is to be done follows from the scan's row alone, so a step that is delivered twice, late or in the wrong order does no harm.</remarks>
public sealed class ScanStepHandler(
    ITable<ScanRow> scans, ITable<PageRow> pages, ScanConfirmation confirmation, ScanFinisher finisher)
{
    /// <summary>Handles one message; may meet the same one twice.</summary>
    public async Task HandleAsync(ScanStepMessage message, CancellationToken cancellation)
    {
        ScanRow? scan = await scans.FindAsync(message.Scan, cancellation);
        if (scan is null)
            return;
        if (scan.Ended)
        {
            await finisher.SettleAsync(scan, cancellation);
            return;
        }

        if (message.Step == ScanStep.Complete)
            scan = await confirmation.BeginAsync(scan, cancellation);
        if (scan is not { Status: ScanStatus.Confirming })
            return;

        IReadOnlyList<PageRow> look = await pages.ReadLookAsync(scan, cancellation);
        if (Look.IsComplete(scan, look))
            await finisher.FinishAsync(scan, cancellation);
        else if (message.Step == ScanStep.Complete)
            await confirmation.EnqueueAsync(scan, look, cancellation);
    }
}
