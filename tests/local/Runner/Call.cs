namespace Monitor.Local.Tests.Runner;

/// <summary>One call of a test function, which lasts until the test ends it or the runner cancels it.</summary>
internal sealed class Call(string message, object handler, CancellationToken cancellation)
{
    private readonly TaskCompletionSource end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Message => message;

    /// <summary>The instance of the function class that was called.</summary>
    public object Handler => handler;

    public CancellationToken Cancellation => cancellation;

    public Task End => end.Task;

    public void Succeed() => end.TrySetResult();

    public void Fail() => end.TrySetException(new InvalidOperationException("The test says so."));
}
