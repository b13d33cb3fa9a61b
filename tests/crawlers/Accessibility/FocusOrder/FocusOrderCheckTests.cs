using System.Diagnostics.CodeAnalysis;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Checks.FocusOrder;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Shared.Domain;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.FocusOrder;

public sealed class FocusOrderCheckTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("<p><a href=/a>A</a></p><p><a href=/b>B</a></p><p><input id=f tabindex=1><input tabindex=2></p>", "#f")]
    [InlineData("<a href=/a>A</a> <a href=/b id=b tabindex=5>B</a>", "#b")]
    public async Task A_tabindex_that_leads_out_of_the_order_is_for_a_person_to_judge([StringSyntax("html")] string body, string target)
    {
        RuleObservation rule = await ObserveAsync("tab-order", body);

        Assert.Equal(Outcome.CantTell, rule.Outcome);
        Assert.Equal(target, Assert.Single(rule.Elements).Address.Target);
    }

    [Theory]
    [InlineData("<p><input tabindex=1><input tabindex=2></p><p><a href=/a>A</a></p>")]
    [InlineData("<div style='display:flex;flex-direction:row-reverse'><a href=/a style='flex:1'>A</a><a href=/b tabindex=1 style='flex:1'>B</a></div>")]
    public async Task A_tabindex_that_keeps_the_order_passes([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.Passed, (await ObserveAsync("tab-order", body)).Outcome);

    [Fact]
    public async Task Columns_are_nothing_to_judge() =>
        Assert.Equal(Outcome.Inapplicable, (await ObserveAsync("tab-order", "<div style='columns:2'><p><a href=/a>A</a></p><p><a href=/b>B</a></p><p><a href=/c>C</a></p></div>")).Outcome);

    [Theory]
    [InlineData("<nav style='position:fixed;left:0;top:0;width:300px;transform:translateX(-320px)'><a id=x href=/a>A</a></nav><a href=/b>B</a>")]
    [InlineData("<div style='height:0;overflow:hidden'><div style='display:none'>-</div><a id=x href=/a style='position:relative;transform:translateY(-99px);display:inline-block'>A</a></div><a href=/b>B</a>")]
    [InlineData("<a id=x href=/a style='opacity:0'>A</a><a href=/b>B</a>")]
    [InlineData("<button id=x style='position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)'>A</button><a href=/b>B</a>")]
    public async Task Focus_on_something_that_never_shows_is_for_a_person_to_judge([StringSyntax("html")] string body)
    {
        RuleObservation rule = await ObserveAsync("hidden-focus", body);

        Assert.Equal(Outcome.CantTell, rule.Outcome);
        Assert.Equal("#x", Assert.Single(rule.Elements).Address.Target);
    }

    [Theory]
    [InlineData("<a href=/a>A</a><button>B</button>")]
    [InlineData("<style>.s{position:absolute;left:-9999px} .s:focus{left:0;transition:all 2s}</style><a class=s href=/a>A</a>")]
    [InlineData("<a href=/a style='display:inline-block;width:0;height:0;overflow:visible'><img alt=A style='width:50px;height:50px' src='data:image/svg+xml,<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>'></a>")]
    [InlineData("<label><input type=checkbox style='opacity:0'> Ja</label><a href=/a>A</a>")]
    [InlineData("<div style='height:3000px'></div><a href=/a>A</a>")]
    [InlineData("<div style='width:200px;overflow:hidden;white-space:nowrap'><a href=/a style='display:inline-block;width:200px'>A</a><a href=/b style='display:inline-block;width:200px'>B</a></div>")]
    [InlineData("<div role=separator tabindex=0></div>")]
    [InlineData("<style>nav{position:fixed;left:-300px} nav:focus-within{left:0}</style><nav><a href=/a>A</a></nav>")]
    public async Task What_shows_when_it_has_focus_passes([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.Passed, (await ObserveAsync("hidden-focus", body)).Outcome);

    [Fact]
    public async Task Focus_under_an_open_dialog_is_for_a_person_to_judge()
    {
        RuleObservation rule = await ObserveAsync(
            "focus-behind-dialog",
            "<a id=under href=/a>A</a><div style='position:fixed;inset:0;background:#0008'><div role=dialog aria-modal=true aria-label=D style='position:fixed;top:200px;left:200px;width:300px;height:200px;background:white'><button>Lukk</button></div></div>");

        Assert.Equal(Outcome.CantTell, rule.Outcome);
        Assert.Equal("#under", Assert.Single(rule.Elements).Address.Target);
    }

    [Theory]
    [InlineData("<a href=/a>A</a><dialog id=d><button>Lukk</button></dialog><script>d.showModal()</script>", Outcome.Inapplicable)]
    [InlineData("<a href=/a>A</a><div role=dialog aria-modal=true aria-label=D style='position:fixed;top:200px;left:200px;width:300px;height:200px'><button>Lukk</button></div>", Outcome.Passed)]
    [InlineData("<a href=/a>A</a><div role=dialog aria-modal=true aria-label=D hidden><button>Lukk</button></div>", Outcome.Inapplicable)]
    public async Task Dialogs_that_keep_focus_or_cover_nothing_are_no_matter([StringSyntax("html")] string body, Outcome outcome) =>
        Assert.Equal(outcome, (await ObserveAsync("focus-behind-dialog", body)).Outcome);

    private async Task<RuleObservation> ObserveAsync(string rule, [StringSyntax("html")] string body)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", body);
        return Assert.Single(await browser.ObserveAsync(site.Url("/"), new FocusOrderCheck()), o => o.Rule == rule);
    }
}
