namespace Monitor.Shared.Scans;

/// <summary>Stable codes for why nothing can be told of a criterion, or not without a person.</summary>
public static class CriterionReasons
{
    /// <summary>Can't tell: something was found that a person must look at.</summary>
    public const string PersonNeeded = "personNeeded";

    /// <summary>Not tested: no page could be audited.</summary>
    public const string NoPages = "noPages";

    /// <summary>Not tested: a rule for it did not run on every page, or not on all of one.</summary>
    public const string NotRun = "notRun";

    /// <summary>Not tested: no rule of ours judges it.</summary>
    public const string NoRule = "noRule";

    /// <summary>Not tested: no rule ever will.</summary>
    public const string NeverByMachine = "neverByMachine";
}
