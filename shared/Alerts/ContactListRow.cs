using System.Runtime.Serialization;
using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Alerts;

/// <summary>
/// Which recipients an agency's contact list holds. Partition orgnr, row <c>list</c>. One row, so that two who change the list at once
/// meet under its ETag; what each address has consented to stands in its <see cref="RecipientRow"/>.
/// </summary>
public sealed record ContactListRow : Row, IStoredRow
{
    /// <summary>The one row of an agency.</summary>
    public const string Key = "list";

    /// <inheritdoc/>
    public static string Table => "contacts";

    /// <summary>Keys of recipient rows, parted by spaces.</summary>
    public string Recipients { get; set; } = "";

    /// <summary>The same, apart.</summary>
    [IgnoreDataMember]
    public IReadOnlyList<string> Keys => Recipients.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    internal static string PartitionOf(OrgNumber agency) => agency.Value;
}
