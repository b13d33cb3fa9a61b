using System.Diagnostics.CodeAnalysis;
using Monitor.Crawlers.Accessibility.Auditing;
using Monitor.Crawlers.Accessibility.Evidence;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Shared.Scans;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.States;

public sealed class PageStatesTests(BrowserFixture browser)
{
    private const string Main = "<main><h1>Hei</h1><p>Alt er i orden.</p></main>";
    private const string Faulty = "<a href=/x><img src=/x.png></a>";
    private const string Toggle = "onclick=\"const open = this.getAttribute('aria-expanded') === 'true'; this.setAttribute('aria-expanded', String(!open)); meny.hidden = open\"";
    private const string Menu = $"<header><button aria-expanded=false aria-controls=meny {Toggle}>Meny</button><div id=meny hidden>{Faulty}</div></header>";
    private const string Banner = "<div id=boks role=dialog aria-label=Informasjonskapsler style=\"position:fixed;bottom:0;left:0;right:0;background:#fff\"><p>Vi bruker informasjonskapsler.</p>";

    [Theory]
    [InlineData(Menu)]
    [InlineData($"<details><summary>Meny</summary>{Faulty}</details>")]
    [InlineData($"<button popovertarget=sprett>Meny</button><div id=sprett popover>{Faulty}</div>")]
    [InlineData($"<button aria-haspopup=dialog onclick=\"vindu.showModal()\">Meny</button><dialog id=vindu aria-label=Vindu>{Faulty}<form method=dialog><button>Lukk</button></form></dialog>")]
    [InlineData($"<button aria-haspopup=dialog onclick=\"vindu.showModal()\">Meny</button><dialog id=vindu aria-label=Vindu oncancel=\"event.preventDefault()\">{Faulty}<button onclick=\"vindu.close()\">Lukk</button></dialog>")]
    [InlineData($"<a role=button href=\"#\" aria-expanded=false aria-controls=meny {Toggle}>Meny</a><div id=meny style=\"visibility:hidden;transition:visibility 2s\" hidden>{Faulty}</div><style>#meny:not([hidden]) {{ visibility: visible !important }}</style>")]
    [InlineData($"<div id=vert></div><script>vert.attachShadow({{ mode: 'open' }}).innerHTML = `<button aria-expanded=false onclick=\"this.setAttribute('aria-expanded', String(this.nextSibling.hidden)); this.nextSibling.hidden = !this.nextSibling.hidden\">Meny</button><div hidden>{Faulty}</div>`</script>")]
    [InlineData("<button aria-expanded=false onclick=\"const open = this.getAttribute('aria-expanded') === 'true'; this.setAttribute('aria-expanded', String(!open)); open ? meny.replaceChildren() : fetch('/meny').then(async (r) => { meny.innerHTML = await r.text() })\">Meny</button><div id=meny></div>")]
    public async Task What_hides_behind_a_click_is_judged_and_the_control_named([StringSyntax("html")] string body)
    {
        PageAudit audit = await AuditAsync(body + Main);

        ElementResult element = Assert.Single(Faults(audit, "link-name"));
        Assert.Equal("Meny", element.After);
        Assert.Equal(["Meny"], audit.States!.Judged);
        Assert.True(audit.States.Complete);
    }

    [Fact]
    public async Task What_lies_in_a_frame_that_comes_up_is_judged()
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", "<details><summary>Kart</summary><iframe title=Kart src=/kart></iframe></details>" + Main).Html("/kart", "<main><img src=/kart.png></main>");

        ElementResult element = Assert.Single(Faults(await AuditAsync(site), "image-alt"));

        Assert.Equal(("iframe >>> img", "Kart"), (element.Target, element.After));
    }

    [Fact]
    public async Task A_link_without_an_address_that_says_it_opens_something_is_opened()
    {
        PageAudit audit = await AuditAsync($"<a href=\"#\" aria-expanded=false {Toggle}>Meny</a><a href=/ut aria-expanded=false>Ut</a><div id=meny hidden>{Faulty}</div>" + Main);

        Assert.Equal("Meny", Assert.Single(Faults(audit, "link-name")).After);
        Assert.Equal(["Meny"], audit.States!.Judged);
    }

    [Fact]
    public async Task Controls_of_one_name_are_told_apart()
    {
        PageAudit audit = await AuditAsync($"<details class=a><summary>Mer</summary><p>Tekst</p></details><details class=b><summary>Mer</summary>{Faulty}</details>" + Main);

        Assert.Equal(["Mer", "Mer (2)"], audit.States!.Judged);
        Assert.Equal("Mer (2)", Assert.Single(Faults(audit, "link-name")).After);
    }

    [Fact]
    public async Task Without_time_for_it_nothing_is_clicked()
    {
        PageAudit audit = await AuditAsync(Menu + Main, new AuditLimits { States = TimeSpan.Zero });

        Assert.Null(audit.States);
        Assert.Empty(Faults(audit, "link-name"));
    }

    [Fact]
    public async Task What_is_seen_without_a_click_is_told_once_and_as_such()
    {
        PageAudit audit = await AuditAsync(Faulty + Menu.Replace(Faulty, "<a href=/a>Alt</a>", StringComparison.Ordinal) + Main);

        Assert.Null(Assert.Single(Faults(audit, "link-name")).After);
    }

    [Fact]
    public async Task What_two_controls_open_is_told_once()
    {
        PageAudit audit = await AuditAsync(
            $"<button class=a popovertarget=sprett>Meny</button><p><button popovertarget=sprett>Mer</button></p><div id=sprett popover>{Faulty}</div>" + Main);

        Assert.Equal("Meny", Assert.Single(Faults(audit, "link-name")).After);
        Assert.Equal(["Meny", "Mer"], audit.States!.Judged);
    }

    [Theory]
    [InlineData("Avvis alle")]
    [InlineData("Kun nødvendige")]
    [InlineData("Godta bare nødvendige informasjonskapsler")]
    [InlineData("Avslå")]
    [InlineData("Berre naudsynte")]
    [InlineData("Nei takk")]
    [InlineData("Only necessary cookies")]
    [InlineData("Reject all")]
    public async Task Consent_is_refused_after_the_banner_was_judged_and_what_it_kept_back_is_too(string refusal)
    {
        PageAudit audit = await AuditAsync($"<div id=alt aria-hidden=true inert><main><h1>Hei</h1>{Faulty}</main></div>{Banner}<img src=/k.png><button>Godta alle</button><button onclick=\"boks.remove(); alt.inert = false; alt.ariaHidden = null\">{refusal}</button></div>");

        Assert.Equal(refusal, Assert.Single(Faults(audit, "link-name")).After);
        Assert.Equal([null, refusal], Faults(audit, "image-alt").Select(e => e.After));
        Assert.Equal([refusal], audit.States!.Judged);
    }

    [Fact]
    public async Task What_is_opened_after_a_refusal_says_both()
    {
        PageAudit audit = await AuditAsync($"{Menu}{Main}{Banner}<button>Godta alle</button><button onclick=\"boks.remove()\">Avvis alle</button></div>");

        Assert.Equal("Avvis alle → Meny", Assert.Single(Faults(audit, "link-name")).After);
        Assert.Equal(["Avvis alle", "Avvis alle → Meny"], audit.States!.Judged);
    }

    [Theory]
    [InlineData("<button onclick=\"clicked()\">Godta alle</button><button onclick=\"clicked()\" aria-expanded=false>Innstillinger</button>")]
    [InlineData("<button onclick=\"clicked()\">Godta alle</button><a href=/avvis>Avvis alle</a>")]
    [InlineData("<button onclick=\"clicked()\">Godta alle</button><button onclick=\"clicked()\">Avvis noen i innstillingene</button>")]
    public async Task A_banner_that_cannot_be_refused_at_once_is_left_alone([StringSyntax("html")] string buttons)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", $"<script>const clicked = () => fetch('/klikk')</script>{Main}{Banner}{buttons}</div>");

        PageAudit audit = await AuditAsync(site);

        Assert.Empty(audit.States!.Judged);
        Assert.All(site.Requests, r => Assert.True(r.PathAndQuery is "/" or "/favicon.ico", r.PathAndQuery));
    }

    [Theory]
    [InlineData("<button aria-expanded=false onclick=\"location.href = '/slett'\">Mer</button>")]
    [InlineData("<form action=/slett method=post><button aria-expanded=false>Mer</button></form>")]
    [InlineData("<form action=/slett id=skjema method=post></form><button aria-expanded=false onclick=\"skjema.submit()\">Mer</button>")]
    [InlineData("<button aria-expanded=false onclick=\"fetch('/slett', { method: 'POST' }); navigator.sendBeacon('/slett')\">Mer</button>")]
    [InlineData("<a href=/slett role=button aria-expanded=false>Mer</a>")]
    [InlineData("<button aria-expanded=false onclick=\"fetch('/slett')\">Slett alt</button>")]
    [InlineData("<details><summary><a href=/slett style=display:block>Mer</a></summary><p>Tekst</p></details>")]
    public async Task A_site_is_the_same_afterwards_whatever_its_controls_do([StringSyntax("html")] string body)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", body + Main);

        PageAudit audit = await AuditAsync(site);

        Assert.Empty(audit.States!.Judged);
        Assert.Equal(site.Url("/"), audit.FinalUrl);
        Assert.All(site.Requests, r => Assert.True(r.PathAndQuery is "/" or "/favicon.ico", r.PathAndQuery));
    }

    [Fact]
    public async Task What_cannot_be_closed_again_counts_where_it_belongs_to_the_control()
    {
        PageAudit audit = await AuditAsync(
            $"{Main}<section><button aria-expanded=false onclick=\"mer.hidden = false; annet.hidden = false; this.remove()\">Vis mer</button><div id=mer hidden>{Faulty}</div></section><div id=annet hidden><img src=/y.png></div>");

        Assert.Equal("Vis mer", Assert.Single(Faults(audit, "link-name")).After);
        Assert.DoesNotContain(Faults(audit, "image-alt"), e => e.Target.Contains("annet", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_comes_up_by_itself_is_not_the_clicks_doing()
    {
        PageAudit audit = await AuditAsync(
            $"{Menu.Replace(Faulty, "<a href=/a>Alt</a>", StringComparison.Ordinal)}{Main}<div id=lysbilder></div><script>let n = 0; setInterval(() => {{ const a = document.createElement('a'); a.href = `/${{n++}}`; lysbilder.append(a) }}, 40)</script>");

        Assert.DoesNotContain(Faults(audit, "link-name"), e => e.After is not null);
        Assert.Equal(["Meny"], audit.States!.Judged);
    }

    [Fact]
    public async Task Of_many_controls_of_one_kind_two_are_opened_and_of_many_kinds_eight()
    {
        string ofOneKind = string.Concat(Enumerable.Range(0, 20).Select(i => $"<details class=sak><summary>Sak {i}</summary><p>Tekst</p></details>"));
        string ofMany = string.Concat(Enumerable.Range('a', 9).Select(c => $"<details class={(char)c}><summary>Del {(char)c}</summary><p>Tekst</p></details>"));

        PageStates one = (await AuditAsync(ofOneKind + Main)).States!;
        PageStates many = (await AuditAsync(ofMany + Main, new AuditLimits { States = TimeSpan.FromSeconds(30) })).States!;

        Assert.Equal((true, 2), (one.Complete, one.Judged.Count));
        Assert.Equal((false, 8), (many.Complete, many.Judged.Count));
    }

    [Fact]
    public async Task When_time_is_up_what_was_judged_stands()
    {
        PageAudit audit = await AuditAsync(Faulty + Main + "<details><summary>Mer</summary><p>Tekst</p></details><script>addEventListener('click', () => { const end = Date.now() + 1500; while (Date.now() < end); })</script>",
            new AuditLimits { States = TimeSpan.FromSeconds(1) });

        Assert.Equal(PageStatus.Audited, audit.Status);
        Assert.Single(Faults(audit, "link-name"));
        Assert.False(audit.States!.Complete);
        Assert.Empty(audit.States.Judged);
    }

    [Fact]
    public async Task A_page_whose_scripts_are_in_the_way_is_judged_as_it_arrived()
    {
        PageAudit audit = await AuditAsync(Faulty + Main + "<details><summary>Mer</summary><p>Tekst</p></details><script>addEventListener('click', () => { Element.prototype.getBoundingClientRect = () => { throw new Error('Nei') } }, true)</script>");

        Assert.Equal(PageStatus.Audited, audit.Status);
        Assert.Single(Faults(audit, "link-name"));
        Assert.False(audit.States!.Complete);
    }

    [Fact]
    public async Task Ten_audits_of_one_page_say_the_same()
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", $"{Menu}{Main}<details><summary>Mer</summary><img src=/z.png></details>{Banner}<button>Godta alle</button><button onclick=\"boks.remove()\">Avvis alle</button></div>");

        HashSet<string> said = [];
        for (int i = 0; i < 10; i++)
            said.Add(string.Join('\n', (await AuditAsync(site)).Rules.SelectMany(r => r.Elements, (r, e) => $"{r.Rule} {r.Outcome} {e.Fingerprint} {e.Target} {e.After}")));

        Assert.Single(said);
    }

    private static IReadOnlyList<ElementResult> Faults(PageAudit audit, string rule) => audit.Rules.Single(r => r.Rule == rule).Elements;

    private async Task<PageAudit> AuditAsync([StringSyntax("html")] string body, AuditLimits? limits = null)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", body).Html("/meny", Faulty);
        return await AuditAsync(site, limits);
    }

    private async Task<PageAudit> AuditAsync(TestSite site, AuditLimits? limits = null)
    {
        PageAudit audit = await BrowserFixture.NewAuditor(browser.Pool, limits).AuditAsync(
            BrowserFixture.Request(site.Url("/")), NoEvidence.Instance, TestContext.Current.CancellationToken);
        Assert.Equal(PageStatus.Audited, audit.Status);
        return audit;
    }
}
