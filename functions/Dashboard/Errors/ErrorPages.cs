using Microsoft.AspNetCore.Http;
using Monitor.Functions.Access;
using Monitor.Functions.Http;
using Monitor.Shared.Domain;

namespace Monitor.Functions.Dashboard.Errors;

/// <summary>Problems as pages. They read no storage, since that may be what broke.</summary>
internal sealed class ErrorPages(TimeProvider clock) : IErrorPages
{
    public IResult Render(HttpRequest request, Language language, Problem problem)
    {
        // The page sent to may take no GET: another language of the same problem is found from the start.
        string path = HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString : new Paths(language).Overview;
        return Dashboard.Render.Page<ErrorPage, Problem>(new PageContext(language, path, null, clock.GetUtcNow()), problem, problem.Status);
    }
}
