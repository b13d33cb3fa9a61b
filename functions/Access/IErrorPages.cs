using Microsoft.AspNetCore.Http;
using Monitor.Functions.Http;
using Monitor.Shared.Domain;

namespace Monitor.Functions.Access;

/// <summary>How the dashboard shows a problem; the seam that keeps the door from knowing its pages.</summary>
public interface IErrorPages
{
    /// <summary>The page for a problem; it must not read storage, since that may be what broke.</summary>
    IResult Render(HttpRequest request, Language language, Problem problem);
}
