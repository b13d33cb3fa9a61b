using Monitor.Shared.Domain;

namespace Monitor.Functions.Access;

/// <summary>Who may pass. It is decided from the caller and the id alone, before anything is read, so that an answer tells nothing about what exists.</summary>
public readonly record struct Demand
{
    private enum Kind
    {
        Nobody,
        Supervisor,
        AnyKey,
        Agency,
    }

    private readonly Kind kind;
    private readonly OrgNumber? agency;

    private Demand(Kind kind, OrgNumber? agency = null)
    {
        this.kind = kind;
        this.agency = agency;
    }

    /// <summary>A supervisor.</summary>
    public static Demand Supervisor => new(Kind.Supervisor);

    /// <summary>Anyone with a key.</summary>
    public static Demand AnyKey => new(Kind.AnyKey);

    /// <summary>A supervisor, or the agency that the id belongs to.</summary>
    /// <param name="id">An organisation number, a solution's id or a scan's; one that cannot be read is like one of somebody else's.</param>
    public static Demand Agency(string? id)
    {
        if (SolutionId.TryParse(id, null, out SolutionId solution))
            return new(Kind.Agency, solution.Agency);
        if (ScanId.TryParse(id, null, out ScanId scan))
            return new(Kind.Agency, scan.Agency);
        return OrgNumber.TryParse(id, out OrgNumber number) && number.Value == id ? new(Kind.Agency, number) : new(Kind.Agency);
    }

    internal Verdict Judge(Caller caller) => kind switch
    {
        Kind.AnyKey => Verdict.Pass,
        Kind.Supervisor => caller.IsSupervisor ? Verdict.Pass : Verdict.Forbidden,
        Kind.Agency when agency is { } owner && (caller.IsSupervisor || caller.Agency == owner) => Verdict.Pass,
        // A Demand that nobody filled in lets nobody through.
        _ => Verdict.NotFound,
    };
}

internal enum Verdict
{
    NotFound,
    Forbidden,
    Pass,
}
