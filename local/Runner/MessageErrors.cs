using Azure;

namespace Monitor.Local.Runner;

/// <summary>What storage says of a message that is no longer ours.</summary>
internal static class MessageErrors
{
    /// <summary>The lease ran out and another took the message, or it is deleted already: nothing is left to do for us.</summary>
    public static bool IsTaken(RequestFailedException e) =>
        e.Status == 404 || (e.Status == 400 && e.ErrorCode == "PopReceiptMismatch");
}
