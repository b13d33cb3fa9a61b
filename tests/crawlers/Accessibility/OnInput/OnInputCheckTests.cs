using System.Diagnostics.CodeAnalysis;
using Deque.AxeCore.Commons;
using Monitor.Crawlers.Accessibility.Browsing;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Checks.OnInput;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Shared.Domain;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.OnInput;

public sealed class OnInputCheckTests(BrowserFixture browser)
{
    private const string Options = "<option value=/a>A</option><option value=/b>B</option></select>";

    [Theory]
    [InlineData("<label>Gå til <select onchange='location = this.value'>" + Options + "</label>")]
    [InlineData("<label>Gå til <select onchange='location = this.value'><option value=/a>A</option><option value=/b selected>B</option></select></label>")]
    [InlineData("<form action=/sok><label>Tema <select name=t onchange='this.form.submit()'>" + Options + "</label></form>")]
    [InlineData("<form action=/lagre method=post><label><input type=checkbox name=t onchange='this.form.submit()'> Ja</label></form>")]
    [InlineData("<label><input type=radio name=r onclick='window.open(`/a`)'> A</label><label><input type=radio name=r onclick='window.open(`/b`)'> B</label>")]
    [InlineData("<div id=d><label><input type=radio name=r checked> A</label><label><input type=radio name=r> B</label></div><script>d.addEventListener('change', () => { location.href = '/b' })</script>")]
    [InlineData("<label>Tema <select id=s>" + Options + "</label><script>document.addEventListener('change', () => setTimeout(() => { location.href = s.value }, 20))</script>")]
    public async Task A_change_that_leads_elsewhere_untold_fails([StringSyntax("html")] string body)
    {
        RuleObservation rule = await ObserveAsync(body);

        Assert.Equal(Outcome.Failed, rule.Outcome);
        Assert.Single(rule.Elements);
    }

    [Theory]
    [InlineData("<label>Gå til (siden åpnes når du velger) <select onchange='location = this.value'>" + Options + "</label>")]
    [InlineData("<p>Choosing a topic takes you there.</p><div><label>Tema <select onchange='location = this.value'>" + Options + "</label></div>")]
    [InlineData("<label>Tema <select aria-describedby=h onchange='location = this.value'>" + Options + "</label><div style=height:9px></div><p id=h>Siden lastes på nytt.</p>")]
    [InlineData("<form><label>Sortering <select name=s onchange='this.form.submit()'>" + Options + "</label></form>")]
    [InlineData("<label>Tema <select onchange='neste.focus()'>" + Options + "</label><input id=neste aria-label=N>")]
    public async Task What_is_told_loads_anew_or_moves_focus_is_for_a_person_to_judge([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.CantTell, (await ObserveAsync(body)).Outcome);

    [Theory]
    [InlineData("<label>Tema <select onchange='ut.textContent = this.value'>" + Options + "</label><p id=ut></p>")]
    [InlineData("<label><input type=checkbox onchange='fetch(`/a`)'> Ja</label>")]
    [InlineData("<label>Tema <select onchange='ramme.src = this.value'>" + Options + "</label><iframe id=ramme title=R src=/a></iframe>")]
    public async Task A_change_that_stays_in_the_page_passes([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.Passed, (await ObserveAsync(body)).Outcome);

    [Theory]
    [InlineData("<label>Tema <select>" + Options + "</label>")]
    [InlineData("<label>Tema <select disabled onchange='location = this.value'>" + Options + "</label>")]
    [InlineData("<div role=dialog aria-label=D><label>Tema <select onchange='location = this.value'>" + Options + "</label></div>")]
    [InlineData("<div class=cookie-banner><label><input type=checkbox onchange='location = `/a`'> Ja</label></div>")]
    public async Task Fields_that_nobody_listens_to_or_that_are_not_ours_to_change_are_not_tried([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.Inapplicable, (await ObserveAsync(body)).Outcome);

    [Fact]
    public async Task Fields_are_as_before_and_nothing_was_sent()
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", "<form action=/lagre method=post onchange='this.submit()'><select>" + Options + "<input type=checkbox checked><input type=radio name=r><input type=radio name=r></form>");
        await using BrowserPage page = await browser.OpenAsync(site.Url("/"));
        await page.Page.EvaluateAsync(new BundledAxeScriptProvider().GetScript());
        var check = new OnInputCheck();

        RuleObservation rule = Assert.Single(await check.RunAsync(new CheckContext(page.Page, check.Rules), TestContext.Current.CancellationToken));

        Assert.Equal(3, rule.Elements.Count);
        Assert.Equal("0 true false false BODY", await page.Page.EvaluateAsync<string>(
            "[document.querySelector('select').selectedIndex, ...[...document.querySelectorAll('input')].map((i) => i.checked), document.activeElement.tagName].join(' ')"));
        Assert.DoesNotContain(site.Requests, r => r.PathAndQuery.StartsWith("/lagre", StringComparison.Ordinal));
    }

    private async Task<RuleObservation> ObserveAsync([StringSyntax("html")] string body)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", body);
        return Assert.Single(await browser.ObserveAsync(site.Url("/"), new OnInputCheck()));
    }
}
