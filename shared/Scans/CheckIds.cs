namespace Monitor.Shared.Scans;

/// <summary>Ids of checks that others than the check itself must know.</summary>
public static class CheckIds
{
    /// <summary>The check of documents: what carries its findings is no page, and no browser opens it.</summary>
    public const string Documents = "documents";
}
