using System.Diagnostics.CodeAnalysis;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Checks.FocusVisible;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Shared.Domain;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.FocusVisible;

public sealed class FocusVisibleCheckTests(BrowserFixture browser)
{
    private const string NoOutline = "<style>:focus{outline:none}</style>";

    [Theory]
    [InlineData(NoOutline + "<a id=a href=#x>Søk</a>")]
    [InlineData("<style>#a:focus{outline:none} #b{outline-offset:2px}</style><a id=a href=#x>Søk</a><a id=b href=#y>Kart</a>")]
    [InlineData(NoOutline + "<style>input[type=checkbox]{appearance:none;width:20px;height:20px;border:1px solid}</style><label>Ja <input id=a type=checkbox></label>")]
    [InlineData("<style>a{outline:2px solid red;outline-offset:1px}</style><a id=a href=#x>Søk</a>")]
    [InlineData("<style>a{position:absolute;left:-9999px}</style><a id=a href=#x>Søk</a><p>Tekst")]
    [InlineData(NoOutline + "<style>@keyframes x{to{color:red}} a{animation:x 1s infinite alternate}</style><a id=a href=#x>Søk</a>")]
    [InlineData(NoOutline + "<div style='height:3000px'></div><button id=a>Søk</button>")]
    public async Task A_control_that_looks_the_same_with_focus_fails([StringSyntax("html")] string body)
    {
        RuleObservation rule = await ObserveAsync(body);

        Assert.Equal(Outcome.Failed, rule.Outcome);
        Assert.Equal(["#a"], rule.Elements.Select(e => e.Address.Target));
    }

    [Theory]
    [InlineData("<a href=#x>Søk</a><button>Kart</button><input><select><option>1</select>")]
    [InlineData("<style>:focus{outline:none;background:yellow}</style><a href=#x>Søk</a>")]
    [InlineData("<style>:focus:not(:focus-visible){outline:none}</style><button>Søk</button>")]
    [InlineData(NoOutline + "<input><textarea></textarea><div contenteditable>x</div>")]
    [InlineData(NoOutline + "<button onfocus='merke.hidden = false' onblur='merke.hidden = true'>Søk</button><div style='height:300px'></div><p id=merke hidden>Her er du")]
    [InlineData(NoOutline + "<canvas id=l width=40 height=40></canvas><button onfocus='l.getContext(`2d`).fillRect(0,0,9,9)' onblur='l.getContext(`2d`).clearRect(0,0,9,9)'>Søk</button>")]
    [InlineData("<style>.hopp{position:absolute;left:-9999px} .hopp:focus{left:0}</style><a class=hopp href=#x>Til innholdet</a>")]
    public async Task A_control_that_shows_its_focus_in_any_way_passes([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.Passed, (await ObserveAsync(body)).Outcome);

    [Fact]
    public async Task A_page_without_controls_is_not_what_the_rule_is_about() =>
        Assert.Equal(Outcome.Inapplicable, (await ObserveAsync("<h1>Hei</h1>")).Outcome);

    [Fact]
    public async Task What_is_too_much_to_compare_is_not_said_to_be_clean()
    {
        RuleObservation rule = await ObserveAsync(NoOutline + string.Concat(Enumerable.Range(0, 9).Select(i => $"<button>{i}</button>")));

        Assert.Equal(FocusVisibleCheck.MostCompared, rule.Elements.Count);
        Assert.True(rule.Incomplete);
    }

    private async Task<RuleObservation> ObserveAsync([StringSyntax("html")] string body)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", body);
        return Assert.Single(await browser.ObserveAsync(site.Url("/"), new FocusVisibleCheck()));
    }
}
