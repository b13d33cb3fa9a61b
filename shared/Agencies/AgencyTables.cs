using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Agencies;

/// <summary>Finds agencies and solutions by their ids, deregistered ones included.</summary>
public static class AgencyTables
{
    /// <summary>The agency's row, or null.</summary>
    public static Task<AgencyRow?> FindAsync(this ITable<AgencyRow> agencies, OrgNumber agency, CancellationToken cancellation) =>
        agencies.FindAsync(AgencyRow.Partition, agency.Value, cancellation);

    /// <summary>The solution's row, or null.</summary>
    public static Task<SolutionRow?> FindAsync(this ITable<SolutionRow> solutions, SolutionId solution, CancellationToken cancellation) =>
        solutions.FindAsync(solution.Agency.Value, solution.ToString(), cancellation);
}
