namespace Monitor.Shared.Obligations;

/// <summary>Where an agency stands with a declaration that is asked of it.</summary>
/// <param name="State">How it stands.</param>
/// <param name="CountsUntil">When the newest declaration stops to count, or stopped (UTC); null when there is none.</param>
public sealed record DeclarationStanding(DeclarationState State, DateTimeOffset? CountsUntil)
{
    /// <summary>Days before a declaration ages out that this is told.</summary>
    public const int NoticeDays = 60;

    /// <summary>Whether a declaration is owed.</summary>
    public bool Owed => State is DeclarationState.Missing or DeclarationState.OutOfDate;

    internal static DeclarationStanding Of(ComplianceRow? declared, DateTimeOffset now)
    {
        if (declared is null)
            return new(DeclarationState.Missing, null);
        DateTimeOffset until = DeclarationBook.CountsUntil(declared.CheckedAt);
        return new(
            until <= now ? DeclarationState.OutOfDate
            : until <= now.AddDays(NoticeDays) ? DeclarationState.EndsSoon
            : DeclarationState.Current,
            until);
    }
}

/// <summary>How an agency stands with a declaration.</summary>
public enum DeclarationState
{
    /// <summary>Nothing was ever declared.</summary>
    Missing,

    /// <summary>What was declared has aged out.</summary>
    OutOfDate,

    /// <summary>It counts, and ages out within <see cref="DeclarationStanding.NoticeDays"/> days.</summary>
    EndsSoon,

    /// <summary>It counts.</summary>
    Current,
}
