using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Alerts;

/// <summary>
/// Names of owed mails. Everything that tells one thing is a group (a scan's changes, an obligation's turn, one question to one address);
/// a mail is a group and a recipient. The same cause always makes the same key, so it makes one mail however often it is told.
/// </summary>
internal static class AlertKeys
{
    /// <summary>The group of a scan's mails.</summary>
    public static string OfScan(SolutionId solution, ScanId scan) => Base32.Hash($"scan\n{solution}\n{scan}");

    /// <summary>The group of an obligation's mails, for one turn to not met.</summary>
    public static string OfObligation(OrgNumber agency, string obligation, int turn) => Base32.Hash($"obligation\n{agency}\n{obligation}\n{turn}");

    /// <summary>
    /// The group of an opt-in mail. It goes by the month in which the address was listed: an address that is taken off and listed again
    /// is asked at most once a calendar month.
    /// </summary>
    public static string OfOptIn(RecipientRow recipient) =>
        Base32.Hash($"optIn\n{recipient.PartitionKey}\n{recipient.RowKey}\n{recipient.CreatedAt.Year * 12 + recipient.CreatedAt.Month}");

    /// <summary>The key of one recipient's mail.</summary>
    public static string Of(string group, string recipient) => $"{group}-{recipient}";

    /// <summary>The group a mail belongs to.</summary>
    public static string GroupOf(string key) => key[..key.IndexOf('-', StringComparison.Ordinal)];

    /// <summary>The blob with what a group tells.</summary>
    public static string Facts(string group) => $"mail/{group}.json";

    /// <summary>The blob with the rendered mail.</summary>
    public static string Mail(string key) => $"mail/{key}.eml";

    /// <summary>The message that sends a row.</summary>
    public static Scans.SendAlertMessage Message(Row row) => new(row.PartitionKey, row.RowKey);
}
