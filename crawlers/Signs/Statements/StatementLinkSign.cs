using Monitor.Crawlers.Registries.Statements;

namespace Monitor.Crawlers.Signs.Statements;

/// <summary>A link to a published accessibility statement: on how many pages there is one is told beside the verdict.</summary>
internal sealed class StatementLinkSign() : PageSign<StatementLinkSeen>("statement")
{
    public override StatementLinkSeen? Read(PageView page) =>
        page.Links.Select(l => StatementLink.Of(l.Url)).FirstOrDefault(l => l is not null) is { } link ? new StatementLinkSeen(link.Address) : null;
}

/// <summary>A page's link to a statement.</summary>
/// <param name="Url">Where the statement is.</param>
internal sealed record StatementLinkSeen(string Url);
