using System.Diagnostics.CodeAnalysis;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Checks.ControlContrast;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Shared.Domain;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.ControlContrast;

public sealed class ControlContrastCheckTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("<label>Navn <input style=\"border:1px solid #ced4da\"></label>", "1.49:1")]
    [InlineData("<label>Navn <input style=\"border:0;background:#eee\"></label>", "1.16:1")]
    [InlineData("<label>Navn <input style=\"border:0;border-bottom:2px solid #aaa\"></label>", "2.32:1")]
    [InlineData("<label>Navn <textarea style=\"border:1px solid #0002\"></textarea></label>", "1.")]
    [InlineData("<label>Navn <input style=\"border:1px solid #ddd;box-shadow:0 1px 2px rgba(0,0,0,.1)\"></label>", "1.3")]
    [InlineData("<label>Navn <span style=\"display:inline-block;border:1px solid #ddd\"><input style=\"border:0\"></span></label>", "1.3")]
    public async Task A_field_shown_by_a_faint_edge_alone_fails([StringSyntax("html")] string body, string contrast)
    {
        RuleObservation rule = await ObserveAsync(body);

        Assert.Equal(Outcome.Failed, rule.Outcome);
        Assert.Contains($"a contrast of {contrast}", Assert.Single(rule.Elements).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<label>Navn <input style=\"border:1px solid #767676\"></label>")]
    [InlineData("<label>Navn <input style=\"border:1px solid #ddd;border-bottom-color:#333\"></label>")]
    [InlineData("<label>Navn <input style=\"border:1px solid #ddd;box-shadow:0 0 0 1px #444\"></label>")]
    [InlineData("<div style=\"background:#123\"><label>Navn <input style=\"border:1px solid #123;background:#fff\"></label></div>")]
    [InlineData("<label>Navn <span style=\"display:inline-block;border:1px solid #555\"><input style=\"border:1px solid #ddd\"></span></label>")]
    public async Task A_field_with_an_edge_that_can_be_seen_passes([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.Passed, (await ObserveAsync(body)).Outcome);

    [Theory]
    [InlineData("<label>Navn <input></label>")]
    [InlineData("<div style=\"background:#888\"><label>Navn <input></label></div>")]
    [InlineData("<label>Navn <input style=\"border:1px solid #ddd\" placeholder=Navn></label>")]
    [InlineData("<label>Navn <input style=\"border:1px solid #ddd\" value=Kari></label>")]
    [InlineData("<label>Navn <input style=\"border:1px solid #ddd\" disabled></label>")]
    [InlineData("<fieldset disabled><label>Navn <input></label></fieldset>")]
    [InlineData("<label>Navn <input style=\"border:1px solid #ddd\" autofocus></label>")]
    [InlineData("<label>Navn <input style=\"border:0;background:none\"></label>")]
    [InlineData("<label>Navn <input style=\"border:1px solid #ddd;background-image:linear-gradient(#fff,#ddd)\"></label>")]
    [InlineData("<div style=\"background-image:linear-gradient(#fff,#ddd)\"><label>Navn <input style=\"border:1px solid #ddd\"></label></div>")]
    [InlineData("<style>span::after { content: ''; border-bottom: 2px solid #000 }</style><label>Navn <span><input style=\"border:1px solid #ddd\"></span></label>")]
    [InlineData("<div style=\"position:relative;display:inline-block\"><input aria-label=Navn style=\"border:1px solid #ddd\"><fieldset style=\"position:absolute;inset:0\"></fieldset></div>")]
    [InlineData("<label>Navn <input style=\"border:1px solid color(display-p3 .9 .9 .9)\"></label>")]
    public async Task A_field_that_something_else_may_show_or_the_browser_draws_is_not_judged([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.Inapplicable, (await ObserveAsync(body)).Outcome);

    private async Task<RuleObservation> ObserveAsync([StringSyntax("html")] string body)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", body);
        return Assert.Single(await browser.ObserveAsync(site.Url("/"), new ControlContrastCheck()));
    }
}
