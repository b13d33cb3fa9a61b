using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Monitor.Functions.Access;
using Monitor.Functions.Http;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;
using Monitor.Shared.Storage;

namespace Monitor.Functions.Api.Compliance;

/// <summary>The matrix of obligations over HTTP.</summary>
public sealed class ComplianceFunctions(Door door, ITable<AgencyRow> agencies, ComplianceReader compliance, OutcomeHistory history)
{
    /// <summary>Every obligation of the circular for one agency, schema <c>monitor.check/1</c>.</summary>
    [Function("ApiCompliance")]
    public Task<Answer> Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ApiRoutes.Compliance)] HttpRequest request, string orgNumber) =>
        door.ApiAsync(request, Demand.Agency(orgNumber), ById.Agency(orgNumber, async (id, _) =>
        {
            Language language = AcceptedLanguage.Of(request);
            CancellationToken cancellation = request.HttpContext.RequestAborted;
            return await agencies.FindAsync(id, cancellation) is { } agency
                ? new JsonAnswer((await compliance.ReadAsync(agency, cancellation)).In(language)) { Language = language }
                : new ProblemResult(Problems.NotFound);
        }));

    /// <summary>Every outcome that was observed of one obligation, newest first.</summary>
    [Function("ApiComplianceHistory")]
    public Task<Answer> History(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ApiRoutes.ComplianceHistory)] HttpRequest request, string orgNumber, string obligation) =>
        door.ApiAsync(request, Demand.Agency(orgNumber), ById.Agency(orgNumber, async (id, _) =>
        {
            Language language = AcceptedLanguage.Of(request);
            return ObligationCatalogue.Find(obligation) is { } row
                ? await Paging.ListAsync(
                    request,
                    page => history.PageAsync(id, row, page.Limit, page.Token, request.HttpContext.RequestAborted),
                    _ => true,
                    outcome => OutcomeView.Of(outcome, language),
                    language)
                : new ProblemResult(Problems.NotFound);
        }));
}
