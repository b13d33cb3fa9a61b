using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Monitor.Functions.Access;
using Monitor.Functions.Dashboard.Components;
using Monitor.Shared.Access;
using Monitor.Shared.Agencies;
using Monitor.Shared.Alerts;
using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;
using Monitor.Shared.Storage;

namespace Monitor.Functions.Dashboard.Agencies;

/// <summary>An agency's own pages.</summary>
public sealed class AgencyFunctions(
    Front front, AgencyPageQuery query, ITable<AgencyRow> agencies, AgencyRegister register, RecipientBook recipients, ComplianceReader compliance, AuditLog audit)
{
    /// <summary>The page.</summary>
    [Function(nameof(ShowAgency))]
    public Task<Answer> ShowAgency(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Agency)] HttpRequest request, string language, string orgNumber) =>
        front.PageAsync(request, language, Demand.Agency(orgNumber), page => ShowAsync(request, page, OrgNumber.Parse(orgNumber), null));

    /// <summary>Every obligation.</summary>
    [Function(nameof(ShowCompliance))]
    public Task<Answer> ShowCompliance(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Compliance)] HttpRequest request, string language, string orgNumber) =>
        front.PageAsync(request, language, Demand.Agency(orgNumber), async page => await FindAsync(request, orgNumber) is { } agency
            ? Render.Page<CompliancePage, ComplianceModel>(page, new ComplianceModel(agency, await compliance.ReadAsync(agency, request.HttpContext.RequestAborted)))
            : front.NotFound(request, page));

    /// <summary>The form that edits it.</summary>
    [Function(nameof(ShowEditAgency))]
    public Task<Answer> ShowEditAgency(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.EditAgency)] HttpRequest request, string language, string orgNumber) =>
        front.PageAsync(request, language, Demand.Supervisor, async page => await FindAsync(request, orgNumber) is { } agency
            ? Render.Page<AgencyFormPage, AgencyFormModel>(page, new AgencyFormModel(agency, AgencyForm.Of(agency)))
            : front.NotFound(request, page));

    /// <summary>Edits it.</summary>
    [Function(nameof(EditAgency))]
    public Task<Answer> EditAgency(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.EditAgency)] HttpRequest request, string language, string orgNumber) =>
        front.FormAsync(request, language, Demand.Supervisor, async (page, sent) =>
        {
            if (await FindAsync(request, orgNumber) is not { } agency)
                return front.NotFound(request, page);
            FormState form = AgencyForm.Read(sent);
            Registration<AgencyRow> done = await register.UpdateAsync(agency.OrgNumber, AgencyForm.Draft(form), null, request.HttpContext.RequestAborted);
            if (done.Row is null)
            {
                form.Refuse(done.Problems);
                return Render.Page<AgencyFormPage, AgencyFormModel>(page, new AgencyFormModel(agency, form), StatusCodes.Status422UnprocessableEntity);
            }
            await audit.WriteAsync(page.Caller!.KeyId, "agency.changed", orgNumber, null, request.HttpContext.RequestAborted);
            return Render.SeeOther(page.P.Agency(agency.OrgNumber), "saved");
        });

    /// <summary>Deregisters it.</summary>
    [Function(nameof(DeregisterAgency))]
    public Task<Answer> DeregisterAgency(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.DeregisterAgency)] HttpRequest request, string language, string orgNumber) =>
        front.FormAsync(request, language, Demand.Supervisor, async (page, _) =>
        {
            if (!OrgNumber.TryParse(orgNumber, out OrgNumber agency) || await register.DeregisterAsync(agency, request.HttpContext.RequestAborted) is null)
                return front.NotFound(request, page);
            await audit.WriteAsync(page.Caller!.KeyId, "agency.deregistered", orgNumber, null, request.HttpContext.RequestAborted);
            return Render.SeeOther(page.P.Agency(agency), "deregistered");
        });

    /// <summary>Replaces its contacts.</summary>
    [Function(nameof(SaveContacts))]
    public Task<Answer> SaveContacts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Contacts)] HttpRequest request, string language, string orgNumber) =>
        front.FormAsync(request, language, Demand.Agency(orgNumber), async (page, sent) =>
        {
            if (await FindAsync(request, orgNumber) is not { } agency)
                return front.NotFound(request, page);
            var form = new FormState(sent, AgencyPageModel.Addresses, AgencyPageModel.Version);
            string[] addresses = form[AgencyPageModel.Addresses].Split(['\n', '\r', ',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            switch (await recipients.ReplaceAsync(agency, addresses, form[AgencyPageModel.Version], request.HttpContext.RequestAborted))
            {
                case ContactListChange.Replaced:
                    await audit.WriteAsync(page.Caller!.KeyId, "contacts.changed", orgNumber, null, request.HttpContext.RequestAborted);
                    return Render.SeeOther(page.P.Agency(agency.OrgNumber), "contactsSaved");
                case ContactListChange.NotAddresses:
                    form.Refuse(AgencyPageModel.Addresses, "Contacts.Wrong");
                    break;
                case ContactListChange.TooMany:
                    form.Refuse(AgencyPageModel.Addresses, "Contacts.TooMany");
                    break;
                default:
                    form.Refuse(AgencyPageModel.Addresses, "Contacts.Outdated");
                    break;
            }
            return await ShowAsync(request, page, agency.OrgNumber, form);
        });

    private async Task<IResult> ShowAsync(HttpRequest request, PageContext page, OrgNumber agency, FormState? contacts) =>
        await query.RunAsync(agency, contacts, request.HttpContext.RequestAborted) is { } model
            ? Render.Page<AgencyPage, AgencyPageModel>(
                page, model, contacts is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity)
            : front.NotFound(request, page);

    private async Task<AgencyRow?> FindAsync(HttpRequest request, string orgNumber) => OrgNumber.TryParse(orgNumber, out OrgNumber agency)
        ? await agencies.FindAsync(AgencyRow.Partition, agency.Value, request.HttpContext.RequestAborted)
        : null;
}
