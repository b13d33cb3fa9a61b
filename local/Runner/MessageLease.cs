using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;

namespace Monitor.Local.Runner;

/// <summary>Holds a received message while its handler runs: the lease is renewed when half of it has passed.</summary>
internal sealed class MessageLease : IDisposable
{
    private readonly CancellationTokenSource ended = new();
    private readonly Task renewing;
    private string receipt;

    public MessageLease(QueueClient queue, QueueMessage message, TimeSpan lease, TimeProvider clock, ILogger logger)
    {
        receipt = message.PopReceipt;
        renewing = RenewAsync(queue, message, lease, clock, logger);
    }

    /// <summary>Ends the renewals.</summary>
    /// <returns>The receipt that the message is deleted or put back with.</returns>
    public async Task<string> EndAsync()
    {
        await ended.CancelAsync();
        await renewing;
        return receipt;
    }

    public void Dispose() => ended.Dispose();

    private async Task RenewAsync(QueueClient queue, QueueMessage message, TimeSpan lease, TimeProvider clock, ILogger logger)
    {
        while (await WaitAsync(lease / 2, clock))
        {
            try
            {
                // Not cancelled half-way: the new receipt is the only one that is good afterwards.
                UpdateReceipt renewed = await queue.UpdateMessageAsync(message.MessageId, receipt, visibilityTimeout: lease, cancellationToken: CancellationToken.None);
                receipt = renewed.PopReceipt;
            }
            catch (Exception e) when (StorageErrors.IsStorage(e))
            {
                logger.LeaseNotRenewed(queue.Name, message.MessageId, e);
                if (StorageErrors.IsTaken(e))
                    return;
            }
        }
    }

    private async Task<bool> WaitAsync(TimeSpan time, TimeProvider clock)
    {
        try
        {
            await Task.Delay(time, clock, ended.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
