using Monitor.Shared.Storage;

namespace Monitor.Shared.Agencies;

/// <summary>What came of registering or changing something: the row as it stands, or why nothing was written.</summary>
/// <param name="Row">The row; null when there are problems.</param>
/// <param name="Problems">Everything that is wrong, together.</param>
public sealed record Registration<TRow>(TRow? Row, IReadOnlyList<RegistrationProblem> Problems) where TRow : Row
{
    internal static Registration<TRow> Done(TRow row) => new(row, []);

    internal static Registration<TRow> Refused(string field, string code) => new(null, [new RegistrationProblem(field, code)]);
}

/// <summary>One thing that is wrong with what was asked for.</summary>
/// <param name="Field">The member it is about, in camelCase; empty for the whole.</param>
/// <param name="Code">A code of <see cref="ProblemCodes"/>.</param>
public sealed record RegistrationProblem(string Field, string Code);

/// <summary>Stable codes of <see cref="RegistrationProblem"/>.</summary>
public static class ProblemCodes
{
    /// <summary>There is no such agency or solution, or it is deregistered.</summary>
    public const string NotFound = "notFound";

    /// <summary>It is registered already.</summary>
    public const string Duplicate = "duplicate";

    /// <summary>It is being erased; it can be registered again when that is through.</summary>
    public const string Erasing = "erasing";

    /// <summary>Somebody changed it since it was read (ETag).</summary>
    public const string Changed = "changed";

    /// <summary>A name is missing.</summary>
    public const string NameMissing = "nameMissing";

    /// <summary>The name is longer than <see cref="RegistrationLimits.NameCharacters"/>.</summary>
    public const string NameTooLong = "nameTooLong";

    /// <summary>The name holds line breaks, control characters or signs that turn text around.</summary>
    public const string NameUnreadable = "nameUnreadable";

    /// <summary>No absolute http or https address with a host and without user information, or longer than <see cref="RegistrationLimits.UrlCharacters"/>.</summary>
    public const string InvalidUrl = "invalidUrl";

    /// <summary>The scope is no path, or the start page is outside it.</summary>
    public const string InvalidScopePath = "invalidScopePath";

    /// <summary>There is no regulation of that id.</summary>
    public const string UnknownRegulation = "unknownRegulation";

    /// <summary>Hours between scans are outside <see cref="RegistrationLimits.MinIntervalHours"/> to <see cref="RegistrationLimits.MaxIntervalHours"/>.</summary>
    public const string IntervalOutOfRange = "intervalOutOfRange";

    /// <summary>Pages a scan are outside 1 to <see cref="RegistrationLimits.MaxPages"/>.</summary>
    public const string MaxPagesOutOfRange = "maxPagesOutOfRange";
}

/// <summary>How large what is registered may be.</summary>
public static class RegistrationLimits
{
    /// <summary>Characters in a name.</summary>
    public const int NameCharacters = 200;

    /// <summary>Characters in an address or path.</summary>
    public const int UrlCharacters = 2048;

    /// <summary>Pages that a scan may sample. At one page a second and host, with second looks, a scan of that size ends within the hour.</summary>
    public const int MaxPages = 200;

    /// <summary>Hours between scheduled scans, at least.</summary>
    public const int MinIntervalHours = 1;

    /// <summary>Hours between scheduled scans, at most: a year.</summary>
    public const int MaxIntervalHours = 8760;
}
