using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Monitor.Functions.Access;
using Monitor.Functions.Api.Findings;
using Monitor.Functions.Dashboard.Components;
using Monitor.Shared.Domain;

namespace Monitor.Functions.Dashboard.Findings;

/// <summary>A finding's page, its evidence, and setting it aside.</summary>
public sealed class FindingFunctions(Front front, FindingPageQuery query, SetAsideActions actions, SetAsideRequests requests)
{
    /// <summary>The page.</summary>
    [Function(nameof(ShowFinding))]
    public Task<Answer> ShowFinding(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Finding)] HttpRequest request, string language, string solution, string fingerprint) =>
        front.PageAsync(request, language, Demand.Agency(solution), page => ShowAsync(request, page, SolutionId.Parse(solution), fingerprint, null));

    /// <summary>The screenshot taken on one page; as private as the page that shows it.</summary>
    [Function(nameof(ShowEvidence))]
    public Task<Answer> ShowEvidence(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Evidence)] HttpRequest request,
        string language, string solution, string fingerprint, string page) =>
        front.PageAsync(request, language, Demand.Agency(solution), async context =>
            await query.ScreenshotAsync(SolutionId.Parse(solution), fingerprint, page, request.HttpContext.RequestAborted) is { } screenshot
                ? new EvidenceAnswer(screenshot)
                : front.NotFound(request, context));

    /// <summary>Sets it aside, or asks for it.</summary>
    [Function(nameof(SetAside))]
    public Task<Answer> SetAside(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.SetAside)] HttpRequest request, string language, string solution, string fingerprint) =>
        front.FormAsync(request, language, Demand.Agency(solution), async (page, sent) =>
        {
            CancellationToken cancellation = request.HttpContext.RequestAborted;
            var id = SolutionId.Parse(solution);
            if (await query.FindAsync(id, fingerprint, cancellation) is not { } finding)
                return front.NotFound(request, page);
            if (SetAsideForm.Read(sent, page.Now, out FormState form) is not { } input)
                return await ShowAsync(request, page, id, fingerprint, form);
            if (!page.Supervisor)
            {
                await requests.AskAsync(finding, input, page.Caller!, cancellation);
                return Render.SeeOther(page.P.Finding(id, fingerprint), "setAsideRequested");
            }
            await actions.SetAsync(finding, input, page.Caller!, cancellation);
            return Render.SeeOther(page.P.Finding(id, fingerprint), "setAside");
        });

    /// <summary>Counts it again.</summary>
    [Function(nameof(EndSetAside))]
    public Task<Answer> EndSetAside(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.EndSetAside)] HttpRequest request, string language, string solution, string fingerprint) =>
        front.FormAsync(request, language, Demand.Supervisor, async (page, _) =>
        {
            CancellationToken cancellation = request.HttpContext.RequestAborted;
            if (!SolutionId.TryParse(solution, null, out SolutionId id) || await query.FindAsync(id, fingerprint, cancellation) is not { } finding)
                return front.NotFound(request, page);
            await actions.EndAsync(finding, page.Caller!, cancellation);
            return Render.SeeOther(page.P.Finding(id, fingerprint), "setAsideEnded");
        });

    private async Task<IResult> ShowAsync(HttpRequest request, PageContext page, SolutionId solution, string fingerprint, FormState? form) =>
        await query.RunAsync(solution, fingerprint, request.After(), form, request.HttpContext.RequestAborted) is { } model
            ? Render.Page<FindingPage, FindingPageModel>(page, model, form is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity)
            : front.NotFound(request, page);
}
