using System.ComponentModel.DataAnnotations;

namespace Monitor.Shared.Retention;

/// <summary>How long things are kept. Section <c>Monitor:Retention</c>.</summary>
public sealed class RetentionSettings
{
    /// <summary>The section's name.</summary>
    public const string Section = "Monitor:Retention";

    /// <summary>Days that evidence, the details of scans and sent mails are kept.</summary>
    /// <value>400</value>
    [Range(30, 3650)]
    public int EvidenceDays { get; set; } = 400;

    /// <summary>Days that decisions, declarations, outcomes that no longer stand and the audit log are kept: the archival period.</summary>
    /// <value>3650</value>
    [Range(365, 36500)]
    public int ArchiveDays { get; set; } = 3650;
}
