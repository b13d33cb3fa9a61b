using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Monitor.Functions.Http;

namespace Monitor.Functions.Dashboard;

/// <summary>Turns a model into a page, and a finished form into the page it leads to.</summary>
internal static class Render
{
    /// <summary>The query parameter that says what a form just sent came to.</summary>
    public const string DoneKey = "done";

    public static IResult Page<TPage, TModel>(PageContext page, TModel model, int status = StatusCodes.Status200OK)
        where TPage : PageComponent<TModel> =>
        new RazorComponentResult<TPage>(new Dictionary<string, object?> { [nameof(PageComponent<>.Page)] = page, [nameof(PageComponent<>.Model)] = model })
        {
            StatusCode = status,
        };

    /// <summary>After a form: 303, so that loading the next page again sends nothing again.</summary>
    /// <param name="path">Where to; a path of our own.</param>
    /// <param name="done">What was done, a code with the text <c>Done.{code}</c>.</param>
    public static IResult SeeOther(string path, string? done = null) => new SeeOther(done is null ? path : $"{path}?{DoneKey}={done}");
}
