namespace Monitor.Local.Commands;

/// <summary>What the command line's exit codes mean.</summary>
internal static class ExitCodes
{
    /// <summary>Done, and nothing failed.</summary>
    public const int Fine = 0;

    /// <summary>Done, and failures were found.</summary>
    public const int FailuresFound = 1;

    /// <summary>It could not do what was asked.</summary>
    public const int Trouble = 2;

    /// <summary>Interrupted by the person who started it.</summary>
    public const int Interrupted = 130;
}
