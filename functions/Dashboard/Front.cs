using Microsoft.AspNetCore.Http;
using Monitor.Functions.Access;
using Monitor.Functions.Http;
using Monitor.Shared.Domain;

namespace Monitor.Functions.Dashboard;

/// <summary>What every page's function does alike: it goes through the door and makes the <see cref="PageContext"/>.</summary>
public sealed class Front(Door door, BrowserSessions sessions, IErrorPages errors, TimeProvider clock)
{
    /// <summary>A page for those whom the demand lets in.</summary>
    public Task<Answer> PageAsync(HttpRequest request, string language, Demand demand, Func<PageContext, Task<IResult>> page)
    {
        Language spoken = Spoken(language);
        return door.PageAsync(request, spoken, demand, caller => page(Context(request, spoken, caller)));
    }

    /// <summary>A form for those whom the demand lets in.</summary>
    public Task<Answer> FormAsync(HttpRequest request, string language, Demand demand, Func<PageContext, IFormCollection, Task<IResult>> act)
    {
        Language spoken = Spoken(language);
        return door.FormAsync(request, spoken, demand, (caller, form) => act(Context(request, spoken, caller), form));
    }

    /// <summary>A public page; whoever is signed in keeps the menu.</summary>
    public Task<Answer> OpenAsync(HttpRequest request, string language, PublicRoute route, Func<PageContext, Task<IResult>> page) =>
        door.OpenAsync(request, route, async () => await page(Context(request, Spoken(language), await sessions.FindAsync(request))));

    /// <summary>There is no such page, or not for this reader.</summary>
    public IResult NotFound(HttpRequest request, PageContext page) => errors.Render(request, page.Language, Problems.NotFound);

    internal PageContext Context(HttpRequest request, Language language, Caller? caller) =>
        // What was just done is said once, not again in the other language.
        new(language, request.Path + (request.Query.ContainsKey(Render.DoneKey) ? "" : request.QueryString), caller, clock.GetUtcNow()) { Done = request.Query[Render.DoneKey] };

    /// <summary>The language of a code; bokmål where it is none of ours.</summary>
    internal static Language Spoken(string code) => Languages.TryParse(code, out Language language) ? language : Language.Nb;
}
