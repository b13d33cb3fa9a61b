using Monitor.Crawlers.Web;
using Xunit;

namespace Monitor.Crawlers.Tests.Web;

public sealed class SiteScopeTests
{
    [Theory]
    [InlineData("https://www.eksempel.no/", "https://www.eksempel.no/side", true)]
    [InlineData("https://www.eksempel.no/", "http://www.eksempel.no/side", true)]
    [InlineData("https://www.eksempel.no/", "https://WWW.eksempel.no./side", true)]
    [InlineData("https://www.eksempel.no/", "https://eksempel.no/", false)]
    [InlineData("https://www.eksempel.no/", "https://www.eksempel.no:8443/", false)]
    [InlineData("https://www.eksempel.no/", "https://www.eksempel.no.ondsinnet.no/", false)]
    [InlineData("https://www.eksempel.no/", "mailto:post@www.eksempel.no", false)]
    [InlineData("http://127.0.0.1:8080/", "http://127.0.0.1:8080/a", true)]
    [InlineData("http://127.0.0.1:8080/", "http://127.0.0.1:8081/a", false)]
    public void The_scope_of_a_start_page_is_its_host_and_port(string start, string url, bool inside) =>
        Assert.Equal(inside, SiteScope.Of(start)!.Contains(url));

    [Theory]
    [InlineData("/tjeneste", "https://h.no/tjeneste", true)]
    [InlineData("/tjeneste/", "https://h.no/tjeneste/a?b", true)]
    [InlineData("tjeneste", "https://h.no/tjeneste/a", true)]
    [InlineData("/tjeneste", "https://h.no/tjenester", false)]
    [InlineData("/tjeneste", "https://h.no/", false)]
    public void A_path_bounds_the_scope_by_whole_segments(string path, string url, bool inside) =>
        Assert.Equal(inside, SiteScope.Of("https://h.no/", path)!.Contains(url));

    [Theory]
    [InlineData("http://eksempel.no/", "https://www.eksempel.no/", "www.eksempel.no")]
    [InlineData("http://www.eksempel.no/", "https://eksempel.no/", "eksempel.no")]
    [InlineData("http://eksempel.no/", "https://eksempel.no/nb", "eksempel.no")]
    public void A_start_page_may_redirect_to_its_other_name_and_to_https(string start, string target, string host) =>
        Assert.Equal(host, SiteScope.Of(start)!.Follow(target)?.Host);

    [Theory]
    [InlineData("http://eksempel.no/", "https://annet.no/")]
    [InlineData("http://eksempel.no/", "https://www.eksempel.no:8443/")]
    [InlineData("http://eksempel.no/", "https://nb.eksempel.no/")]
    [InlineData("http://eksempel.no/", "mailto:a@eksempel.no")]
    public void Any_other_redirect_leads_out(string start, string target) => Assert.Null(SiteScope.Of(start)!.Follow(target));

    [Fact]
    public void A_redirect_out_of_the_path_leads_out() => Assert.Null(SiteScope.Of("https://h.no/a", "/a")!.Follow("https://www.h.no/logg-inn"));

    [Fact]
    public void What_is_no_web_address_has_no_scope() => Assert.Null(SiteScope.Of("ftp://h.no/"));
}
