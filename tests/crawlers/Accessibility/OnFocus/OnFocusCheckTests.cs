using System.Diagnostics.CodeAnalysis;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Checks.OnFocus;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Shared.Domain;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.OnFocus;

public sealed class OnFocusCheckTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("<a id=a href=/b onfocus='location.href = this.href'>Søk</a>")]
    [InlineData("<a id=a href=/b onfocus='window.open(`/b`)'>Søk</a>")]
    [InlineData("<form action=/b><input id=a onfocus='this.form.submit()'></form>")]
    [InlineData("<input id=a onfocus='p.hidden = false; ord.focus()'><div id=p hidden role=dialog aria-modal=true><input id=ord></div><script>document.addEventListener('keydown', (e) => { if (e.key === 'Escape') p.hidden = true; })</script>")]
    [InlineData("<input id=a onfocus='d.showModal()'><dialog id=d><button>Lukk</button></dialog>")]
    [InlineData("<input id=a onfocus='setTimeout(() => location.assign(`/b`), 0)'>")]
    public async Task A_control_that_leaves_the_page_when_it_gets_focus_fails([StringSyntax("html")] string control)
    {
        RuleObservation rule = (await ObserveAsync(control)).Single(r => r.Rule == "on-focus-departure");

        Assert.Equal(Outcome.Failed, rule.Outcome);
        Assert.Equal(["#a"], rule.Elements.Select(e => e.Address.Target));
    }

    [Fact]
    public async Task A_dialog_that_takes_focus_once_only_is_for_a_person_to_judge() =>
        Assert.Equal(Outcome.CantTell, (await ObserveAsync("<input id=a><dialog id=d><button>Lukk</button></dialog><script>a.addEventListener('focus', () => d.showModal(), { once: true })</script>"))
            .Single(r => r.Rule == "on-focus-departure").Outcome);

    [Theory]
    [InlineData("<button id=a onfocus='this.blur()'>Søk</button>")]
    [InlineData("<button id=a>Søk</button><script>a.addEventListener('focusin', () => a.blur())</script>")]
    public async Task A_control_that_gives_its_focus_away_fails([StringSyntax("html")] string control)
    {
        RuleObservation rule = (await ObserveAsync(control)).Single(r => r.Rule == "on-focus-lost");

        Assert.Equal(Outcome.Failed, rule.Outcome);
        Assert.Equal(["#a"], rule.Elements.Select(e => e.Address.Target));
    }

    [Theory]
    [InlineData("<button onclick='location.href = `/b`'>Søk</button>")]
    [InlineData("<button onfocus='hjelp.hidden = false'>Søk</button><p id=hjelp hidden>Hjelp")]
    [InlineData("<select onchange='location.href = `/b`'><option>1<option>2</select>")]
    [InlineData("<button>Søk</button><script>addEventListener('keydown', () => setInterval(() => { location.href = '/b' }, 5), { once: true })</script>")]
    public async Task A_control_that_merely_gets_focus_passes([StringSyntax("html")] string control) =>
        Assert.All(await ObserveAsync(control), r => Assert.Equal(Outcome.Passed, r.Outcome));

    private async Task<IReadOnlyList<RuleObservation>> ObserveAsync([StringSyntax("html")] string control)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", $"<a href=#x>Kart</a>{control}<a href=#y>Klage</a>").Text("/b", "");
        return await browser.ObserveAsync(site.Url("/"), new OnFocusCheck());
    }
}
