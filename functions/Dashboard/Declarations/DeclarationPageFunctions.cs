using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Monitor.Functions.Access;
using Monitor.Functions.Dashboard.Components;
using Monitor.Shared.Access;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;
using Monitor.Shared.Storage;

namespace Monitor.Functions.Dashboard.Declarations;

/// <summary>Declaring on a page. The agency does it, or a supervisor for it.</summary>
public sealed class DeclarationPageFunctions(
    Front front, DeclarationPageQuery query, ITable<AgencyRow> agencies, DeclarationBook book, AuditLog audit)
{
    /// <summary>What is declared, what was, and the form.</summary>
    [Function(nameof(ShowDeclaration))]
    public Task<Answer> ShowDeclaration(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Declaration)] HttpRequest request, string language, string orgNumber, string obligation) =>
        front.PageAsync(request, language, Demand.Agency(orgNumber), page => ShowAsync(request, page, OrgNumber.Parse(orgNumber), obligation, null));

    /// <summary>Declares.</summary>
    [Function(nameof(Declare))]
    public Task<Answer> Declare(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Declaration)] HttpRequest request, string language, string orgNumber, string obligation) =>
        front.FormAsync(request, language, Demand.Agency(orgNumber), async (page, sent) =>
        {
            CancellationToken cancellation = request.HttpContext.RequestAborted;
            var agency = OrgNumber.Parse(orgNumber);
            if (DeclarationPageQuery.Find(obligation) is not { Id: var id } || await agencies.FindAsync(agency, cancellation) is not { } owner)
                return front.NotFound(request, page);
            DeclarationDraft? draft = DeclarationForm.Read(sent, page.Now, out FormState form);
            if (owner.DeregisteredAt is not null)
                form.Refuse(DeclarationForm.Outcome, "Form.Gone");
            else if (draft is not null && await DeclareAsync(page.Caller!, agency, id, draft, form[DeclarationForm.Version], cancellation))
                return Render.SeeOther(page.P.Declaration(agency, id), "declared");
            else if (draft is not null)
                form.Refuse(DeclarationForm.Outcome, "Declaration.Changed");
            return await ShowAsync(request, page, agency, id, form);
        });

    private async Task<bool> DeclareAsync(
        Caller caller, OrgNumber agency, string obligation, DeclarationDraft draft, string seen, CancellationToken cancellation)
    {
        ETag? version = await book.VersionAsync(agency, obligation, cancellation);
        if ((version?.ToString() ?? "") != seen
            || await book.DeclareAsync(agency, obligation, draft.ToRow(caller.Role, caller.KeyId), version, cancellation) is null)
            return false;
        await audit.WriteAsync(caller.KeyId, "obligation.declared", agency.Value, $"{obligation} {draft.Outcome}", cancellation);
        return true;
    }

    private async Task<IResult> ShowAsync(HttpRequest request, PageContext page, OrgNumber agency, string obligation, FormState? form) =>
        await query.RunAsync(agency, obligation, form, request.HttpContext.RequestAborted) is { } model
            ? Render.Page<DeclarationPage, DeclarationPageModel>(page, model, form is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity)
            : front.NotFound(request, page);
}
