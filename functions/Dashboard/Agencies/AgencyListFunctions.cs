using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Monitor.Functions.Access;
using Monitor.Functions.Dashboard.Components;
using Monitor.Shared.Access;
using Monitor.Shared.Agencies;

namespace Monitor.Functions.Dashboard.Agencies;

/// <summary>The list of agencies, and registering one.</summary>
public sealed class AgencyListFunctions(Front front, AgencyListQuery query, AgencyRegister register, AuditLog audit)
{
    /// <summary>The list.</summary>
    [Function(nameof(ShowAgencies))]
    public Task<Answer> ShowAgencies([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Agencies)] HttpRequest request, string language) =>
        front.PageAsync(request, language, Demand.Supervisor, async page => Render.Page<AgencyListPage, AgencyListModel>(
            page, await query.RunAsync(request.Query["q"], request.PageNumber(), request.HttpContext.RequestAborted)));

    /// <summary>The form.</summary>
    [Function(nameof(ShowNewAgency))]
    public Task<Answer> ShowNewAgency([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.NewAgency)] HttpRequest request, string language) =>
        front.PageAsync(request, language, Demand.Supervisor, page => Task.FromResult(
            Render.Page<AgencyFormPage, AgencyFormModel>(page, new AgencyFormModel(null, AgencyForm.Empty))));

    /// <summary>Registers.</summary>
    [Function(nameof(RegisterAgency))]
    public Task<Answer> RegisterAgency([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.NewAgency)] HttpRequest request, string language) =>
        front.FormAsync(request, language, Demand.Supervisor, async (page, sent) =>
        {
            CancellationToken cancellation = request.HttpContext.RequestAborted;
            FormState form = AgencyForm.Read(sent);
            if (AgencyForm.OrgNumber(form) is { } agency)
            {
                Registration<AgencyRow> done = await register.RegisterAsync(agency, AgencyForm.Draft(form, agency), cancellation);
                if (done.Row is not null)
                {
                    await audit.WriteAsync(page.Caller!.KeyId, "agency.registered", agency.Value, null, cancellation);
                    return Render.SeeOther(page.P.Agency(agency), "registered");
                }
                form.Refuse(done.Problems);
            }
            return Render.Page<AgencyFormPage, AgencyFormModel>(page, new AgencyFormModel(null, form), StatusCodes.Status422UnprocessableEntity);
        });
}
