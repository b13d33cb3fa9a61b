namespace Monitor.Shared.Findings;

/// <summary>The four impacts, as axe names them, and their order.</summary>
public static class Impacts
{
    /// <summary>Four for critical down to one for minor; zero for none.</summary>
    public static int Rank(string? impact) => impact switch
    {
        "critical" => 4,
        "serious" => 3,
        "moderate" => 2,
        "minor" => 1,
        _ => 0,
    };

    /// <summary>The worst of them; null where none has any.</summary>
    public static string? Worst(IEnumerable<string?> impacts) => impacts.MaxBy(Rank);
}
