using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Monitor.Shared.Tests.Findings;

namespace Monitor.Shared.Tests.Scans;

/// <summary>Fails the rule <c>label</c> on each page whose menu is not that of the first page that has one; untested where there is none to compare with.</summary>
internal sealed class FakeAcrossPages : IAcrossPages
{
    public const string Cause = "label/nav";

    public IReadOnlyList<PageAudit> Judge(IReadOnlyList<(SamplePage Page, PageAudit Audit)> pages)
    {
        string[] menus = [.. pages.Where(p => p.Audit.Gathered is not null).Select(p => p.Audit.Gathered!.Value.GetString()!)];
        return [.. pages.Select(p => p.Audit.Gathered is { } menu ? Judged(p.Audit, menu.GetString()!, menus) : p.Audit)];
    }

    private static PageAudit Judged(PageAudit audit, string menu, string[] menus) => audit with
    {
        Rules =
        [
            .. audit.Rules.Select(r => r.Rule != "label" ? r
                : menus.Length < 2 ? r with { Outcome = Outcome.Untested }
                : menu == menus[0] ? r
                : r with { Outcome = Outcome.Failed, Elements = [new ElementResult(Outcome.Failed, PageSpec.Fp(Cause), "nav", "<nav>", null, "navigation", null, null)] }),
        ],
    };
}
