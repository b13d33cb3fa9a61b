using Microsoft.AspNetCore.Http;
using Monitor.Functions.Access;
using Monitor.Functions.Http;
using Monitor.Shared.Domain;

namespace Monitor.Functions.Api;

/// <summary>Reads the id in a path for a handler; one that is none of ours is not found.</summary>
internal static class ById
{
    public static Func<Caller, Task<IResult>> Agency(string id, Func<OrgNumber, Caller, Task<IResult>> answer) =>
        caller => OrgNumber.TryParse(id, out OrgNumber agency) && agency.Value == id ? answer(agency, caller) : NotFound();

    public static Func<Caller, Task<IResult>> Solution(string id, Func<SolutionId, Caller, Task<IResult>> answer) =>
        caller => SolutionId.TryParse(id, null, out SolutionId solution) ? answer(solution, caller) : NotFound();

    public static Func<Caller, Task<IResult>> Scan(string id, Func<ScanId, Caller, Task<IResult>> answer) =>
        caller => ScanId.TryParse(id, null, out ScanId scan) ? answer(scan, caller) : NotFound();

    private static Task<IResult> NotFound() => Task.FromResult<IResult>(new ProblemResult(Problems.NotFound));
}
