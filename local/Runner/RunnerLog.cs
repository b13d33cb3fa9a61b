using Microsoft.Extensions.Logging;

namespace Monitor.Local.Runner;

/// <summary>What the runner logs.</summary>
internal static partial class RunnerLog
{
    [LoggerMessage(1, LogLevel.Information, "Running {Timers} timers and {Queues} queues.")]
    public static partial void RunnerStarted(this ILogger logger, int timers, int queues);

    [LoggerMessage(2, LogLevel.Information, "Functions still run after the drain time; cancelling them.")]
    public static partial void RunnerCancels(this ILogger logger);

    [LoggerMessage(3, LogLevel.Warning, "Functions did not end when cancelled; their messages come back when their leases run out.")]
    public static partial void RunnerLeavesBehind(this ILogger logger);

    [LoggerMessage(4, LogLevel.Error, "{Function} failed.")]
    public static partial void FunctionFailed(this ILogger logger, string function, Exception exception);

    [LoggerMessage(5, LogLevel.Warning, "{Function} was cancelled: {Reason}.")]
    public static partial void FunctionCancelled(this ILogger logger, string function, string reason);

    [LoggerMessage(6, LogLevel.Error, "{Function} took longer than {Timeout} and did not end when cancelled; it is left behind.")]
    public static partial void FunctionLeftBehind(this ILogger logger, string function, TimeSpan timeout);

    [LoggerMessage(7, LogLevel.Warning, "When {Function} last ran could not be read or stored.")]
    public static partial void TimerMemoryFailed(this ILogger logger, string function, Exception exception);

    [LoggerMessage(8, LogLevel.Warning, "The queue {Queue} could not be read.")]
    public static partial void QueueNotRead(this ILogger logger, string queue, Exception exception);

    [LoggerMessage(9, LogLevel.Warning, "The lease on message {Message} of {Queue} could not be renewed.")]
    public static partial void LeaseNotRenewed(this ILogger logger, string queue, string message, Exception exception);

    [LoggerMessage(10, LogLevel.Warning, "Message {Message} of {Queue} failed {Tries} times and goes to the poison queue.")]
    public static partial void MessagePoisoned(this ILogger logger, string queue, string message, long tries);

    [LoggerMessage(11, LogLevel.Information, "Message {Message} of {Queue} was taken by another; it is handled twice.")]
    public static partial void MessageTaken(this ILogger logger, string queue, string message);

    [LoggerMessage(12, LogLevel.Warning, "Message {Message} of {Queue} could not be settled; it comes back when its lease runs out.")]
    public static partial void MessageNotSettled(this ILogger logger, string queue, string message, Exception exception);

    [LoggerMessage(13, LogLevel.Critical, "The runner failed and stops.")]
    public static partial void RunnerFailed(this ILogger logger, Exception exception);
}
