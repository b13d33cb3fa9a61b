using System.Diagnostics.CodeAnalysis;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Checks.MouseOnly;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Shared.Domain;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.MouseOnly;

public sealed class MouseOnlyCheckTests(BrowserFixture browser)
{
    private const string Click = "<script>k.addEventListener('click', () => { document.title = 'x' })</script>";

    [Theory]
    [InlineData("<main tabindex=-1><h1>Møter</h1><div id=k role=button>Vis flere møter</div></main><script>k.addEventListener('mouseup', () => 1)</script>")]
    [InlineData("<div id=k role=button>Vis alle saker</div>" + Click)]
    [InlineData("<span id=k role=checkbox aria-checked=false>Godta vilkår</span>" + Click)]
    [InlineData("<div role=tablist><div id=k role=tab>Oversikt</div></div>" + Click)]
    [InlineData("<span id=k onclick=\"location.href='/videre'\">Videre til skjemaet</span>")]
    [InlineData("<p id=p><a class=lenke>Les saken</a></p><script>document.querySelector('.lenke').onclick = () => { document.title = 'x' }</script>")]
    public async Task What_says_that_it_is_a_control_and_takes_no_focus_fails([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.Failed, (await ObserveAsync("mouse-only", body)).Outcome);

    [Theory]
    [InlineData("<div id=k style=cursor:pointer>Vis alle saker</div>" + Click)]
    [InlineData("<div id=k role=button>Vis alle saker</div>" + Click + "<script>document.addEventListener('keydown', () => 1)</script>")]
    [InlineData("<div onkeydown=1><div id=k role=button>Vis alle saker</div></div>" + Click)]
    [InlineData("<div role=dialog aria-label=D><div id=k role=button>Vis alle saker</div></div>" + Click)]
    [InlineData("<div class=karusell><div id=k role=button>Vis alle saker</div></div>" + Click)]
    [InlineData("<p><input aria-label=Søk> <span id=k role=button>Søk i saker</span></p>" + Click)]
    [InlineData("<span id=k role=button>Lukk menyen</span>" + Click)]
    public async Task What_may_be_done_another_way_or_only_looks_like_a_control_is_for_a_person_to_judge([StringSyntax("html")] string body)
    {
        RuleObservation rule = await ObserveAsync("mouse-only", body);

        Assert.Equal(Outcome.CantTell, rule.Outcome);
        Assert.EndsWith("#k", Assert.Single(rule.Elements).Address.Target);
    }

    [Theory]
    [InlineData("<button id=k>Vis alle saker</button>" + Click)]
    [InlineData("<div id=k role=button tabindex=0>Vis alle saker</div>" + Click)]
    public async Task What_can_have_focus_passes([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.Passed, (await ObserveAsync("mouse-only", body)).Outcome);

    [Theory]
    [InlineData("<div role=button>Vis alle saker</div>")]
    [InlineData("<div id=k style=cursor:pointer><a href=/a>Les saken</a> Mer</div>" + Click)]
    [InlineData("<a href=/a><span id=k style=cursor:pointer>Les saken</span></a>" + Click)]
    [InlineData("<div id=k>Bare tekst</div>" + Click)]
    [InlineData("<div role=tablist><div role=tab tabindex=0>En</div><div id=k role=tab>To</div></div>" + Click)]
    [InlineData("<input aria-label=By aria-controls=l><div id=l role=listbox><div id=k role=option style=cursor:pointer>Oslo</div></div>" + Click)]
    [InlineData("<div role=menu aria-activedescendant=k><div id=k role=menuitem>Åpne</div></div>" + Click)]
    [InlineData("<div id=k role=button>Les saken</div><a href=/a>Les saken</a>" + Click)]
    [InlineData("<div id=k role=button hidden>Vis alle saker</div>" + Click)]
    [InlineData("<div id=k role=button aria-disabled=true>Vis alle saker</div>" + Click)]
    [InlineData("<a id=k aria-current=page>Forside</a>" + Click)]
    [InlineData("<label id=k style=cursor:pointer>Navn <input></label>" + Click)]
    [InlineData("<div id=k style='cursor:pointer;position:fixed;inset:0'>Lukk alt</div>" + Click)]
    public async Task What_the_keyboard_serves_otherwise_is_not_judged([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.Inapplicable, (await ObserveAsync("mouse-only", body)).Outcome);

    [Fact]
    public async Task A_placeholder_for_a_link_is_no_fault_where_every_link_is_listened_to() =>
        Assert.Equal(
            Outcome.Passed,
            (await ObserveAsync("mouse-only", "<p><a>Forside</a> <a href=/a>Saker</a></p><script>for (const a of document.querySelectorAll('a')) a.onclick = () => 1</script>")).Outcome);

    [Theory]
    [InlineData("<button>A</button><button onkeydown=\"if (event.key === 'Tab') { event.preventDefault(); c.focus() }\">B</button><button id=x>X</button><button id=c>C</button>", Outcome.CantTell)]
    [InlineData("<button>A</button><button>B</button>", Outcome.Passed)]
    [InlineData("<p>Tekst</p>", Outcome.Inapplicable)]
    public async Task What_can_have_focus_and_is_passed_over_by_Tab_is_for_a_person_to_judge([StringSyntax("html")] string body, Outcome outcome) =>
        Assert.Equal(outcome, (await ObserveAsync("unreached", body)).Outcome);

    private async Task<RuleObservation> ObserveAsync(string rule, [StringSyntax("html")] string body)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", body);
        return Assert.Single(await browser.ObserveAsync(site.Url("/"), new MouseOnlyCheck()), o => o.Rule == rule);
    }
}
