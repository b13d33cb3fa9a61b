using Monitor.Shared.Domain;

namespace Monitor.Shared.Findings;

/// <summary>
/// The name of a cause: base32 of SHA-256, first 26 characters, over the rule's id and the element's template path.
/// The same in command line and service, and across engine versions.
/// </summary>
public static class Fingerprint
{
    /// <summary>Derives it.</summary>
    /// <param name="rule">The rule's stable id.</param>
    /// <param name="templatePath">Tags, roles and stable attributes from the nearest landmark down; no positions, generated ids, text or URLs.</param>
    public static string For(string rule, string templatePath) => Base32.Hash($"{rule}\n{templatePath}");
}
