namespace Monitor.Crawlers.Signs.Entrances;

/// <summary>Whether a page is where a digital service begins: one to log in on, or with a form to fill in. Searching and signing up for news are none.</summary>
internal sealed class EntranceSign() : PageSign<Entrance>("entrance")
{
    private const int FewestFields = 3;
    private const string Fields = "input:not([type=hidden]):not([type=submit]):not([type=button]):not([type=image]):not([type=reset]):not([type=search]), select, textarea";

    public override Entrance? Read(PageView page)
    {
        bool login = page.Document.QuerySelector("input[type=password]") is not null;
        bool form = page.Document.QuerySelectorAll("form").Any(f => f.GetAttribute("role") != "search" && f.QuerySelectorAll(Fields).Length >= FewestFields);
        return login || form ? new Entrance(login) : null;
    }
}

/// <summary>Where a digital service begins.</summary>
/// <param name="Login">Whether by a login; else by a form.</param>
internal sealed record Entrance(bool Login);
