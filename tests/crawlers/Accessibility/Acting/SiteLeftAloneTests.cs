using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Checks.Axe;
using Monitor.Crawlers.Accessibility.Evidence;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.Acting;

public sealed class SiteLeftAloneTests(BrowserFixture browser)
{
    // Saves, deletes and sends at every touch, in every way that scripts have.
    private const string Page = """
        <style>.meny:hover ul, .meny:focus-within ul { display: block } .meny ul { display: none } :focus { outline: none }</style>
        <nav><a href='/slett?id=1'>Slett</a> <a href='/ut' target=_blank>Logg ut</a></nav>
        <div class=meny><button>Meny</button><ul><li><a href='/slett?id=2'>Slett alt</a></ul></div>
        <form action='/lagre' method=post id=skjema><label>Navn <input name=navn value=Kari></label>
          <label>Fylke <select name=fylke onchange='this.form.submit()'><option>Vestland<option>Troms</select></label>
          <label><input type=checkbox name=ja onchange='send("/lagre")'> Ja</label><button>Send inn</button></form>
        <form action='/slett' method=get><label>Sak <select onchange='this.form.requestSubmit()'><option>1<option>2</select></label></form>
        <div role=button onmousedown='send("/slett")'>Slett nå</div>
        <div role=dialog aria-label=Cookies>Vi bruker informasjonskapsler. <button onclick='send("/samtykke")'>Godta alle</button>
          <button onclick='send("/samtykke"); this.parentNode.remove()'>Avvis alle</button></div>
        <details ontoggle='send("/kladd", "PUT"); location.href = "/slett?id=5"'><summary>Mer</summary><a href='/slett?id=6'>Slett</a></details>
        <button aria-expanded=false onclick='send("/slett", "DELETE"); skjema.submit()'>Valg</button>
        <button aria-expanded=false onclick='fetch("/slett?id=7")'>Slett saken</button>
        <button onfocus='send("/lagre")'>Lagre</button> <button onfocus='location.href = "/slett?id=3"'>Neste</button>
        <script>
          const send = (url, method = 'POST') => fetch(url, { method, body: 'x', keepalive: true }).catch(() => {});
          for (const type of ['keydown', 'keyup', 'focusin', 'pointerdown', 'resize', 'input', 'change'])
            addEventListener(type, () => { send('/kladd', 'PUT'); navigator.sendBeacon('/spor', type); }, true);
          addEventListener('keydown', (e) => { if (e.key === 'd') location.href = '/slett?id=4'; if (e.key === 's') skjema.submit(); if (e.key === 'o') window.open('/ut'); });
          addEventListener('pagehide', () => navigator.sendBeacon('/spor', 'slutt'));
          document.addEventListener('visibilitychange', () => send('/kladd'));
        </script>
        """;

    [Fact]
    public async Task A_site_that_saves_and_deletes_at_every_touch_is_the_same_after_all_checks()
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", Page);
        ICheck[] ours = [.. RegisteredChecks.All.Where(c => c is not AxeCheck)];

        PageAudit audit = await BrowserFixture.NewAuditor(browser.Pool, null, ours).AuditAsync(
            BrowserFixture.Request(site.Url("/")), NoEvidence.Instance, TestContext.Current.CancellationToken);

        Assert.Equal(PageStatus.Audited, audit.Status);
        Assert.Equal("Avvis alle", Assert.Single(audit.States!.Judged));
        Assert.Contains(audit.Rules, r => r is { Rule: "on-focus-departure", Outcome: Outcome.Failed });
        Assert.All(ours.Where(c => c.Acts), c => Assert.Contains(audit.Rules, r => r.Check == c.Id));
        Assert.All(site.Requests, r => Assert.True(r is { Method: "GET", PathAndQuery: "/" or "/favicon.ico" }, $"{r.Method} {r.PathAndQuery}"));
    }
}
