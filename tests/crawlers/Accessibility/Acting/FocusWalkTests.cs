using System.Diagnostics.CodeAnalysis;
using Monitor.Crawlers.Accessibility.Acting;
using Monitor.Crawlers.Accessibility.Browsing;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.Acting;

public sealed class FocusWalkTests(BrowserFixture browser)
{
    private const string Shadow = "<div id=vert></div><script>vert.attachShadow({mode:'open'}).innerHTML='<button id=d>D</button><button id=e>E</button>'</script>";

    [Theory]
    [InlineData("<a href=#x id=a>A</a><button id=b>B</button><input id=c>", "#a #b #c")]
    [InlineData("<button id=a>A</button><button id=b tabindex=2>B</button><button id=c tabindex=1>C</button>", "#c #b #a")]
    [InlineData("<button id=a>A</button><div style='height:40px;overflow:auto' id=rull><p>x<p>y<p>z<p>æ</div><button id=c>C</button>", "#a #rull #c")]
    [InlineData("<input type=radio name=r id=a><input type=radio name=r id=b checked><input type=radio name=r id=c><button id=d>D</button>", "#b #d")]
    [InlineData("<button id=a>A</button><button disabled>B</button><button hidden>C</button><button tabindex=-1>D</button><div inert><button>E</button></div><button id=f>F</button>", "#a #f")]
    [InlineData("<input type=date id=a><button id=b>B</button>", "#a #b")]
    [InlineData("<button id=a>A</button>" + Shadow + "<button id=f>F</button>", "#a #vert >>> #d #vert >>> #e #f")]
    [InlineData("<button id=a>A</button><iframe id=r srcdoc='<button id=b>B</button><button id=c>C</button>'></iframe><button id=d>D</button>", "#a #r >>> #b #r >>> #c #d")]
    [InlineData("<button id=a>A</button><details><summary id=b>B</summary><button>C</button></details>", "#a #b")]
    public async Task Tab_leads_from_stop_to_stop_and_round([StringSyntax("html")] string body, string order)
    {
        FocusWalk walk = await WalkAsync(body);

        Assert.Equal(order, Order(walk));
        Assert.True(walk.Closed);
        Assert.True(walk.IsPlain);
        Assert.False(walk.Incomplete);
        Assert.Empty(walk.Missed);
    }

    [Fact]
    public async Task A_page_without_stops_comes_to_nothing()
    {
        FocusWalk walk = await WalkAsync("<h1>Hei</h1>");

        Assert.Empty(walk.Stops);
        Assert.True(walk.IsPlain);
        Assert.False(walk.Incomplete);
    }

    [Theory]
    [InlineData("<button id=a>A</button><button id=b onkeydown='event.key == `Tab` && event.preventDefault()'>B</button><button id=c>C</button>", "#c")]
    [InlineData("<button id=a>A</button><button id=b onblur='setTimeout(() => this.focus(), 0)'>B</button><button id=c>C</button><button id=d>D</button>", "#d")]
    public async Task A_trap_shows_as_stops_that_come_again_and_others_that_never_come([StringSyntax("html")] string body, string missed)
    {
        FocusWalk walk = await WalkAsync(body);

        Assert.False(walk.Closed);
        Assert.True(walk.Repeats);
        Assert.Contains(missed, walk.Missed.Select(m => m.Address.Target));
    }

    [Fact]
    public async Task Long_pages_are_walked_as_far_as_the_limit()
    {
        FocusWalk walk = await WalkAsync(string.Concat(Enumerable.Range(0, 200).Select(i => $"<button>{i}</button> ")));

        Assert.False(walk.Closed);
        Assert.True(walk.IsPlain);
        Assert.InRange(walk.Stops.Count, Walker.MostStops, Walker.MostStops + 10);
    }

    [Fact]
    public async Task What_opens_as_focus_comes_by_is_closed_again()
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", """
            <button>A</button><input aria-label=Finn onfocus='p.hidden = false; ord.focus()'><button>B</button>
            <div id=p hidden role=dialog aria-modal=true><input id=ord aria-label=Ord><button>C</button></div>
            <script>document.addEventListener('keydown', (event) => { if (event.key === 'Escape') p.hidden = true; })</script>
            """);
        await using BrowserPage page = await browser.OpenAsync(site.Url("/"));

        FocusWalk walk = await new FocusWalkProbe().MeasureAsync(page.Page, TestContext.Current.CancellationToken);

        Assert.True(walk.Jumps > 0);
        Assert.Contains("#ord", walk.Stops.Select(s => s.Address.Target));
        Assert.False(await page.Page.IsVisibleAsync("#p"));
    }

    [Theory]
    [InlineData("<style>:focus{outline:none}</style><button>A</button>", false)]
    [InlineData("<style>:focus{outline:0 solid red}</style><button>A</button>", false)]
    [InlineData("<button>A</button>", true)]
    [InlineData("<style>:focus{outline:none;background:yellow}</style><button>A</button>", true)]
    [InlineData("<style>button{transition:all 3s}:focus{outline:none;background:yellow}</style><button>A</button>", true)]
    [InlineData("<style>:focus{outline:none} input:focus + span{color:red}</style><input type=checkbox><span>A</span>", true)]
    [InlineData("<style>:focus{outline:none} p:focus-within{border:1px solid}</style><p><button>A</button></p>", true)]
    [InlineData("<style>:focus{outline:none} button:focus::after{content:'<'}</style><button>A</button>", true)]
    [InlineData("<style>:focus{outline:none}</style><button onfocus='this.className=`valgt`'>A</button><style>.valgt{color:red}</style>", true)]
    public async Task A_stop_tells_whether_focus_changed_its_look([StringSyntax("html")] string body, bool changed) =>
        Assert.Equal(changed, Assert.Single((await WalkAsync(body)).Stops).Look.Changed);

    private static string Order(FocusWalk walk) => string.Join(' ', walk.Order.Select(s => s.Address.Target));

    private async Task<FocusWalk> WalkAsync([StringSyntax("html")] string body)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", body);
        await using BrowserPage page = await browser.OpenAsync(site.Url("/"));
        return await new FocusWalkProbe().MeasureAsync(page.Page, TestContext.Current.CancellationToken);
    }
}
