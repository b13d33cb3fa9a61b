using Azure;

namespace Monitor.Local.Runner;

/// <summary>What can go wrong between us and storage, told apart by what it means for the runner.</summary>
internal static class StorageErrors
{
    /// <summary>The lease ran out and another took the message, or it is deleted already: nothing is left to do for us.</summary>
    public static bool IsTaken(Exception e) =>
        e is RequestFailedException { Status: 404 } or RequestFailedException { Status: 400, ErrorCode: "PopReceiptMismatch" };

    /// <summary>Storage refused, could not be reached or did not answer; the client wraps what several attempts met.</summary>
    public static bool IsStorage(Exception e) => e is RequestFailedException or AggregateException or IOException or TaskCanceledException;
}
