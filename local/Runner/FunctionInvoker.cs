using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Monitor.Local.Runner;

/// <summary>Runs functions, each call in a scope of its own and within the time a function has.</summary>
internal sealed class FunctionInvoker(IServiceScopeFactory scopes, TimeSpan timeout, TimeSpan grace, TimeProvider clock, ILogger logger)
{
    /// <summary>Runs a function to its end.</summary>
    /// <param name="function">The function.</param>
    /// <param name="trigger">The value of its trigger's parameter.</param>
    /// <param name="cancelling">Cancelled when it must end because the process does.</param>
    /// <returns>Whether it ended well; what else happened is logged.</returns>
    public async Task<bool> TryInvokeAsync(FunctionMethod function, object trigger, CancellationToken cancelling)
    {
        using var timeUp = new CancellationTokenSource(timeout, clock);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(timeUp.Token, cancelling);
        // A function that blocks must not hold up the loop that called it.
        Task run = Task.Run(() => InvokeAsync(function, trigger, ending.Token), CancellationToken.None);
        try
        {
            await (timeout == Timeout.InfiniteTimeSpan ? run : run.WaitAsync(timeout + grace, clock, CancellationToken.None));
            return true;
        }
        catch (TimeoutException) when (!run.IsCompleted)
        {
            logger.FunctionLeftBehind(function.Name, timeout);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            logger.FunctionCancelled(function.Name, timeUp.IsCancellationRequested ? "it took too long" : "the runner is stopping");
        }
#pragma warning disable CA1031 // Whatever a function throws is that function's failure, as in the Functions host; the runner goes on.
        catch (Exception e)
#pragma warning restore CA1031
        {
            logger.FunctionFailed(function.Name, e);
        }
        return false;
    }

    private async Task InvokeAsync(FunctionMethod function, object trigger, CancellationToken ending)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        await function.InvokeAsync(scope.ServiceProvider, [.. function.Method.GetParameters().Select(p => p == function.TriggerParameter ? trigger : ending)]);
    }
}
