using System.Diagnostics.CodeAnalysis;
using AngleSharp;
using AngleSharp.Dom;
using Monitor.Crawlers.Web.Crawling;
using Xunit;

namespace Monitor.Crawlers.Tests.Web.Crawling;

public sealed class PageStructureTests
{
    private const string Article = "<article class=artikkel><div class=ingress><p>Kort sagt</p></div><div class=brodtekst><p>Tekst</p></div><aside class=fakta></aside><section class=kontakt></section><footer></footer><div class=deling></div></article>";
    private const string Form = "<form class=skjema><fieldset class=steg><div class=felt><input><button class=hjelp></button></div><select class=valg></select></fieldset><button class=send></button></form>";

    [Fact]
    public async Task Pages_of_one_template_are_alike_whatever_they_say() =>
        Assert.True(await AreAlikeAsync(Article, Article.Replace("Tekst", "<ul><li>Noe <b>helt</b> annet</ul><h2>Mer</h2><table><tr><td>1</table>", StringComparison.Ordinal)));

    [Fact]
    public async Task How_many_items_a_list_has_makes_no_other_template()
    {
        static string List(int items) => $"<section class=liste><div class=filter><input></div>{string.Concat(Enumerable.Repeat("<div class=kort><div class=kort-bilde></div><div class=kort-tekst></div></div>", items))}<div class=flere></div></section>";

        Assert.True(await AreAlikeAsync(List(2), List(40)));
    }

    [Fact]
    public async Task Pages_of_two_templates_are_not_alike_though_they_share_header_and_footer()
    {
        static string In(string main) => $"<header class=topp><nav class=meny><div class=a></div><div class=b></div><div class=c></div></nav></header><main>{main}</main><footer class=bunn><div class=d></div><div class=e></div></footer>";

        Assert.False(await AreAlikeAsync(In(Article), In(Form)));
        Assert.True(await AreAlikeAsync(In(Article), In(Article)));
    }

    [Fact]
    public async Task Generated_classes_make_no_other_template() =>
        Assert.True(await AreAlikeAsync(Article.Replace("class=ingress", "class='ingress css-1a2b'", StringComparison.Ordinal), Article.Replace("class=ingress", "class='ingress css-9z8y'", StringComparison.Ordinal)));

    [Theory]
    [InlineData("")]
    [InlineData("<h1>Side</h1><p>Bare tekst</p><ul><li>Punkt</li></ul>")]
    [InlineData("<header class=topp><div class=a></div><div class=b></div><div class=c></div><div class=d></div><div class=e></div></header>")]
    public async Task A_page_of_text_alone_has_no_structure_to_compare([StringSyntax("html")] string body) => Assert.Null(await StructureAsync(body));

    private static async Task<bool> AreAlikeAsync([StringSyntax("html")] string one, [StringSyntax("html")] string other) =>
        PageStructure.AreAlike((await StructureAsync(one))!, (await StructureAsync(other))!);

    private static async Task<byte[]?> StructureAsync([StringSyntax("html")] string body)
    {
        using IBrowsingContext context = BrowsingContext.New(Configuration.Default);
        using IDocument document = await context.OpenAsync(response => response.Content(body), TestContext.Current.CancellationToken);
        return PageStructure.Of(document);
    }
}
