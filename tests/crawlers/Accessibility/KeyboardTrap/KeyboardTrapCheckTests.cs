using System.Diagnostics.CodeAnalysis;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Checks.KeyboardTrap;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Shared.Domain;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.KeyboardTrap;

public sealed class KeyboardTrapCheckTests(BrowserFixture browser)
{
    private const string Before = "<a href=#x>Kart</a>", After = "<a href=#y>Klage</a><a href=#z>Kontakt</a>";

    [Theory]
    [InlineData("<button id=a onblur='setTimeout(() => this.focus(), 10)'>Søk</button>")]
    [InlineData("<button id=a onblur='setTimeout(() => this.focus(), 0)'>Søk</button>")]
    [InlineData("<textarea id=a onkeydown='event.preventDefault()'></textarea>")]
    [InlineData("<button onblur='setTimeout(() => a.focus(), 0)'>En</button><button id=a onblur='setTimeout(() => this.previousElementSibling.focus(), 0)'>To</button>")]
    [InlineData("<button id=a onblur='setTimeout(() => this.focus(), 10)'>En</button><button>Mellom</button><button id=b onblur='setTimeout(() => this.focus(), 10)'>To</button>")]
    public async Task A_control_that_no_usual_key_leads_out_of_fails([StringSyntax("html")] string trap)
    {
        RuleObservation rule = await ObserveAsync(Before + trap + After);

        Assert.Equal(Outcome.Failed, rule.Outcome);
        Assert.Single(rule.Elements);
    }

    [Theory]
    [InlineData("<p>Trykk Ctrl+M for å gå ut av feltet.<textarea onkeydown='event.preventDefault()'></textarea>")]
    [InlineData("<textarea onkeydown='event.key === `Tab` && !event.shiftKey && event.preventDefault()'></textarea>")]
    [InlineData("<textarea onkeydown='if (event.key === `Escape`) this.ut = 1; else if (event.key === `Tab` && !this.ut) event.preventDefault()'></textarea>")]
    public async Task A_control_that_has_a_way_out_of_its_own_is_for_a_person_to_judge([StringSyntax("html")] string trap) =>
        Assert.Equal(Outcome.CantTell, (await ObserveAsync(Before + trap + After)).Outcome);

    [Theory]
    [InlineData("<button>Søk</button>")]
    [InlineData("<input type=date><input type=time>")]
    [InlineData("<div role=dialog aria-modal=true><button id=en onkeydown='event.key === `Tab` && (event.preventDefault(), to.focus())'>Ja</button><button id=to onkeydown='event.key === `Tab` && (event.preventDefault(), en.focus())'>Nei</button></div>")]
    [InlineData("<dialog id=d><button>Lukk</button></dialog><script>d.showModal()</script>")]
    [InlineData("<iframe title=Inni srcdoc='<button>A</button><button>B</button>'></iframe>")]
    public async Task A_page_that_lets_focus_go_round_passes([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.Passed, (await ObserveAsync(Before + body + After)).Outcome);

    private async Task<RuleObservation> ObserveAsync([StringSyntax("html")] string body)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", body);
        return Assert.Single(await browser.ObserveAsync(site.Url("/"), new KeyboardTrapCheck()));
    }
}
