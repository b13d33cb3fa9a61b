using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Monitor.Crawlers.Web.Outbound;
using Monitor.Functions.Access;
using Monitor.Functions.Dashboard.Components;
using Monitor.Shared.Access;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;

namespace Monitor.Functions.Dashboard.Solutions;

/// <summary>Adding, editing and deregistering solutions.</summary>
public sealed class SolutionFormFunctions(Front front, AgencyRegister agencies, SolutionRegister register, OutboundGuard guard, AuditLog audit)
{
    /// <summary>The form for a new one.</summary>
    [Function(nameof(ShowNewSolution))]
    public Task<Answer> ShowNewSolution(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.NewSolution)] HttpRequest request, string language, string orgNumber) =>
        front.PageAsync(request, language, Demand.Supervisor, async page => await FindAsync(request, orgNumber) is { } agency
            ? Show(page, new SolutionFormModel(agency, null, SolutionForm.Empty))
            : front.NotFound(request, page));

    /// <summary>Adds it.</summary>
    [Function(nameof(AddSolution))]
    public Task<Answer> AddSolution(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.NewSolution)] HttpRequest request, string language, string orgNumber) =>
        front.FormAsync(request, language, Demand.Supervisor, async (page, sent) =>
        {
            if (await FindAsync(request, orgNumber) is not { } agency)
                return front.NotFound(request, page);
            FormState form = SolutionForm.Read(sent, guard, out string url);
            if (form.Valid)
            {
                Registration<SolutionRow> done = await register.AddAsync(
                    agency.OrgNumber, SolutionForm.Draft(form, url), page.Caller!.KeyId, request.HttpContext.RequestAborted);
                if (done.Row is { } row)
                {
                    await audit.WriteAsync(page.Caller.KeyId, "solution.added", row.RowKey, null, request.HttpContext.RequestAborted);
                    return Render.SeeOther(page.P.Solution(row.Id), "solutionAdded");
                }
                form.Refuse(done.Problems);
            }
            return Show(page, new SolutionFormModel(agency, null, form), StatusCodes.Status422UnprocessableEntity);
        });

    /// <summary>The form for one that is there.</summary>
    [Function(nameof(ShowEditSolution))]
    public Task<Answer> ShowEditSolution(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.EditSolution)] HttpRequest request, string language, string solution) =>
        front.PageAsync(request, language, Demand.Supervisor, async page => await FindSolutionAsync(request, solution) is var (agency, row)
            ? Show(page, new SolutionFormModel(agency, row, SolutionForm.Of(row)))
            : front.NotFound(request, page));

    /// <summary>Edits it.</summary>
    [Function(nameof(EditSolution))]
    public Task<Answer> EditSolution(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.EditSolution)] HttpRequest request, string language, string solution) =>
        front.FormAsync(request, language, Demand.Supervisor, async (page, sent) =>
        {
            if (await FindSolutionAsync(request, solution) is not var (agency, row))
                return front.NotFound(request, page);
            FormState form = SolutionForm.Read(sent, guard, out string url);
            if (form.Valid)
            {
                Registration<SolutionRow> done = await register.UpdateAsync(
                    row.Id, SolutionForm.Draft(form, url, row.Paused), page.Caller!.KeyId, null, request.HttpContext.RequestAborted);
                if (done.Row is not null)
                {
                    await audit.WriteAsync(page.Caller.KeyId, "solution.changed", row.RowKey, null, request.HttpContext.RequestAborted);
                    return Render.SeeOther(page.P.Solution(row.Id), "saved");
                }
                form.Refuse(done.Problems);
            }
            return Show(page, new SolutionFormModel(agency, row, form), StatusCodes.Status422UnprocessableEntity);
        });

    /// <summary>Deregisters it.</summary>
    [Function(nameof(DeregisterSolution))]
    public Task<Answer> DeregisterSolution(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.DeregisterSolution)] HttpRequest request, string language, string solution) =>
        front.FormAsync(request, language, Demand.Supervisor, async (page, _) =>
        {
            if (!SolutionId.TryParse(solution, null, out SolutionId id) || await register.DeregisterAsync(id, request.HttpContext.RequestAborted) is null)
                return front.NotFound(request, page);
            await audit.WriteAsync(page.Caller!.KeyId, "solution.deregistered", solution, null, request.HttpContext.RequestAborted);
            return Render.SeeOther(page.P.Solution(id), "solutionDeregistered");
        });

    private static IResult Show(PageContext page, SolutionFormModel model, int status = StatusCodes.Status200OK) =>
        Render.Page<SolutionFormPage, SolutionFormModel>(page, model, status);

    private async Task<AgencyRow?> FindAsync(HttpRequest request, string orgNumber) =>
        OrgNumber.TryParse(orgNumber, out OrgNumber agency) ? await agencies.FindAsync(agency, request.HttpContext.RequestAborted) : null;

    private async Task<(AgencyRow Agency, SolutionRow Solution)?> FindSolutionAsync(HttpRequest request, string solution) =>
        SolutionId.TryParse(solution, null, out SolutionId id)
        && await register.FindAsync(id, request.HttpContext.RequestAborted) is { } row
        && await agencies.FindAsync(id.Agency, request.HttpContext.RequestAborted) is { } agency
            ? (agency, row)
            : null;
}
