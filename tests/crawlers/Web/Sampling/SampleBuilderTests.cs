using Monitor.Crawlers.Web.Crawling;
using Monitor.Crawlers.Web.Sampling;
using Monitor.Shared.Scans;
using Xunit;

namespace Monitor.Crawlers.Tests.Web.Sampling;

public sealed class SampleBuilderTests
{
    private const string Start = "https://h.no/";

    private static FoundPage Page(string path, params string[] texts) => new() { Url = Start + path, Depth = 1, Texts = texts };

    private static FoundPage[] Pages(int count) => [.. Enumerable.Range(0, count).Select(i => Page($"side/{i}"))];

    private static Sample Build(IReadOnlyCollection<FoundPage> found, int maxPages = 30, long seed = 7, params string[] followUps) =>
        SampleBuilder.Build(Start, found, [], [.. followUps.Select(u => new SamplePage(u, PageKind.FollowUp))], [], seed, maxPages, 5);

    private static string[] Documents(int count) => [.. Enumerable.Range(0, count).Select(i => $"{Start}vedtak/{i}.pdf")];

    private static Sample WithDocuments(IReadOnlyCollection<string> documents, int maxPages, long seed) =>
        SampleBuilder.Build(Start, Pages(100), documents, [], [], seed, maxPages, 5);

    [Theory]
    [InlineData(PageKind.Contact, "x", "Kontakt oss")]
    [InlineData(PageKind.Contact, "x", "Contact us")]
    [InlineData(PageKind.Contact, "kontakt", "")]
    [InlineData(PageKind.Help, "x", "Hjelp")]
    [InlineData(PageKind.Help, "x", "Ofte stilte spørsmål")]
    [InlineData(PageKind.Search, "s%C3%B8k", "")]
    [InlineData(PageKind.Search, "x", "Søk")]
    [InlineData(PageKind.Login, "x", "Logg inn på Min side")]
    [InlineData(PageKind.Login, "x", "Mi side")]
    [InlineData(PageKind.Privacy, "x", "Personvernerklæring")]
    [InlineData(PageKind.Privacy, "privacy.html", "")]
    [InlineData(PageKind.Statement, "x", "Tilgjengelegheitserklæring (uustatus.no)")]
    [InlineData(PageKind.Statement, "x", "Tilgjengelighetserklæring")]
    [InlineData(PageKind.Statement, "en/accessibility-statement", "")]
    [InlineData(PageKind.Sitemap, "x", "Nettstadkart")]
    [InlineData(PageKind.Sitemap, "x", "Innhold A–Å")]
    public void A_typed_page_is_known_by_link_or_path(PageKind kind, string path, string text) =>
        Assert.Contains(new SamplePage(Start + path, kind), Build([Page(path, text)]).Pages);

    [Theory]
    [InlineData("soknad", "Søk barnehageplass")]
    [InlineData("x", "Kontaktlærer")]
    [InlineData("x", "Personvernombudet svarer")]
    [InlineData("sokneprest", "Hjelpemidler")]
    [InlineData("kontakt/barnevern", "")]
    public void A_page_that_only_sounds_alike_is_not_typed(string path, string text)
    {
        SamplePage page = Assert.Single(Build([Page(path, text)]).Pages, p => p.Kind != PageKind.Start);
        Assert.Equal(PageKind.Random, page.Kind);
    }

    [Fact]
    public void The_surest_page_of_a_kind_is_taken_and_each_page_once()
    {
        Sample sample = Build([Page("om/kontakt"), Page("kontakt-oss", "Kontakt oss"), Page("kontakt/ansatte", "Kontakt")]);

        Assert.Equal(Start + "kontakt-oss", Assert.Single(sample.Pages, p => p.Kind == PageKind.Contact).Url);
        Assert.Equal(4, sample.Pages.Select(p => p.Url).Distinct().Count());
    }

    [Fact]
    public void The_same_seed_on_the_same_site_draws_the_same_pages_in_whatever_order_they_were_found()
    {
        Sample one = Build(Pages(100)), other = Build([.. Pages(100).Reverse()]);
        Assert.Equal(one.Pages, other.Pages);
        Assert.Equal(one.Reserves, other.Reserves);
        Assert.NotEqual(one.Pages, Build(Pages(100), seed: 8).Pages);
    }

    [Fact]
    public void The_random_rest_fills_up_to_the_number_of_pages_and_reserves_follow()
    {
        Sample sample = Build(Pages(100), maxPages: 10);

        Assert.Equal(new SamplePage(Start, PageKind.Start), sample.Pages[0]);
        Assert.Equal(10, sample.Pages.Count);
        Assert.Equal(10, sample.Reserves.Count);
        Assert.Empty(sample.Pages.Intersect(sample.Reserves));
        Assert.Equal(101, sample.Discovered);
        Assert.Equal(7, sample.Seed);
    }

    [Fact]
    public void Pages_with_open_findings_come_in_addition_and_have_no_say_in_what_is_drawn_at_random()
    {
        string[] followUps = [.. Enumerable.Range(0, 15).Select(i => $"{Start}side/{i}"), Start + "gammel", Start, Start + "gammel"];
        Sample without = Build(Pages(20), 8), sample = Build(Pages(20), 8, 7, followUps[^3..]), many = Build(Pages(20), 20, 7, followUps);

        Assert.Equal(7, without.Pages.Count(p => p.Kind == PageKind.Random));
        Assert.Equal(without.Pages, sample.Pages.Where(p => p.Kind != PageKind.FollowUp));
        Assert.Equal(new SamplePage(Start + "gammel", PageKind.FollowUp), Assert.Single(sample.Pages, p => p.Kind == PageKind.FollowUp));
        Assert.All(followUps, u => Assert.Single(many.Pages, p => p.Url == u));
        Assert.Empty(many.Pages.Select(p => p.Url).Intersect(many.Reserves.Select(p => p.Url)));
    }

    [Fact]
    public void Of_more_pages_with_open_findings_than_fit_the_first_stay_and_the_random_part_is_whole()
    {
        string[] followUps = [.. Enumerable.Range(0, 100).Select(i => $"{Start}gammel/{i}")];

        Sample sample = Build(Pages(20), 5, 7, followUps);

        Assert.Equal(10, sample.Pages.Count);
        Assert.Equal(4, sample.Pages.Count(p => p.Kind == PageKind.Random));
        Assert.Equal(followUps[..5], sample.Pages.Where(p => p.Kind == PageKind.FollowUp).Select(p => p.Url));
    }

    [Theory]
    [InlineData(30, 5)]
    [InlineData(8, 2)]
    [InlineData(3, 0)]
    public void Documents_are_drawn_by_the_seed_as_part_of_the_pages_and_at_most_a_quarter_of_them(int maxPages, int documents)
    {
        Sample sample = WithDocuments(Documents(20), maxPages, 7), other = WithDocuments([.. Documents(20).Reverse()], maxPages, 7);

        Assert.Equal(maxPages, sample.Pages.Count);
        Assert.Equal(documents, sample.Pages.Count(p => p.Kind == PageKind.Document));
        Assert.Equal(sample.Pages, other.Pages);
        Assert.DoesNotContain(sample.Reserves, p => p.Kind == PageKind.Document);
        Assert.Equal(101, sample.Discovered);
        if (documents > 0)
            Assert.NotEqual(sample.Pages, WithDocuments(Documents(20), maxPages, 8).Pages);
    }

    [Fact]
    public void Documents_with_open_findings_come_in_addition_and_leave_room_for_pages_with_some()
    {
        SamplePage[] followUps = [.. Documents(20).Select(u => new SamplePage(u, PageKind.Document)), new(Start + "gammel", PageKind.FollowUp)];

        Sample sample = SampleBuilder.Build(Start, Pages(100), [], followUps, [], 7, 8, 5);

        Assert.Equal(followUps.Take(5), sample.Pages.Where(p => p.Kind == PageKind.Document));
        Assert.Equal(Start + "gammel", Assert.Single(sample.Pages, p => p.Kind == PageKind.FollowUp).Url);
    }

    [Fact]
    public void A_document_drawn_and_to_follow_up_is_looked_at_once()
    {
        Sample sample = SampleBuilder.Build(Start, Pages(100), [Start + "a.pdf"], [new(Start + "a.pdf", PageKind.Document)], [], 7, 8, 5);

        Assert.Single(sample.Pages, p => p.Kind == PageKind.Document);
    }

    [Theory]
    [InlineData(30, 12, 7, 3)]
    [InlineData(12, 8, 1, 2)]
    [InlineData(6, 5, 0, 1)]
    [InlineData(3, 2, 0, 1)]
    public void Typed_pages_and_templates_leave_at_least_a_tenth_and_one_page_to_chance(int maxPages, int typed, int templates, int random)
    {
        Sample sample = Build([.. TypedPages(), .. Enumerable.Range(1, 25).SelectMany(i => Built((byte)i, 4))], maxPages);

        Assert.Equal(maxPages, sample.Pages.Count);
        Assert.Equal(Math.Min(typed, 8), sample.Pages.Count(p => p.Kind < PageKind.Template));
        Assert.InRange(sample.Pages.Count(p => p.Kind == PageKind.Template), templates, maxPages);
        Assert.Equal(random, sample.Pages.Count(p => p.Kind == PageKind.Random));
    }

    [Fact]
    public void One_page_stands_for_each_template_that_no_chosen_page_is_of()
    {
        FoundPage[] found = [.. Built(1, 10), .. Built(2, 5), .. Built(3, 1), Page("kontakt") with { Structure = Structure(2) }, .. Pages(20)];

        Sample sample = Build(found, 10), turned = Build([.. found.Reverse()], 10), other = Build(found, 10, seed: 8);

        Assert.StartsWith(Start + "mal/1/", Assert.Single(sample.Pages, p => p.Kind == PageKind.Template).Url, StringComparison.Ordinal);
        Assert.Equal(sample.Pages, turned.Pages);
        Assert.NotEqual(sample.Pages.Single(p => p.Kind == PageKind.Template), other.Pages.Single(p => p.Kind == PageKind.Template));
    }

    [Fact]
    public void Typed_pages_and_those_of_templates_stay_from_scan_to_scan_and_the_random_part_is_drawn_anew()
    {
        FoundPage[] found = [Page("x", "Kontakt"), .. Built(1, 10), .. Pages(50)];
        Sample first = Build(found, 12), second = Again([Page("kontakt-oss", "Kontakt oss"), .. found], first.Pages, seed: 8);

        Assert.Equal(Chosen(first), Chosen(second));
        Assert.NotEqual(first.Pages.Where(p => p.Kind == PageKind.Random), second.Pages.Where(p => p.Kind == PageKind.Random));
    }

    [Fact]
    public void What_is_no_longer_found_is_replaced_by_another_of_its_kind()
    {
        FoundPage[] found = [Page("kontakt-oss", "Kontakt oss"), .. Built(1, 3)];
        SamplePage[] earlier = [new(Start + "x", PageKind.Contact), new(Start + "mal/1/9", PageKind.Template)];

        Sample sample = Again(found, earlier, seed: 7);

        Assert.Equal(Start + "kontakt-oss", Assert.Single(sample.Pages, p => p.Kind == PageKind.Contact).Url);
        Assert.Contains(Assert.Single(sample.Pages, p => p.Kind == PageKind.Template).Url, found.Select(p => p.Url));
    }

    private static byte[] Structure(byte template) => [.. Enumerable.Repeat(template, 32)];

    private static FoundPage[] Built(byte template, int pages) => [.. Enumerable.Range(0, pages).Select(i => Page($"mal/{template}/{i}") with { Structure = Structure(template) })];

    private static FoundPage[] TypedPages() => [Page("kontakt"), Page("hjelp"), Page("sok"), Page("logg-inn"), Page("personvern"), Page("tilgjengelighet"), Page("nettstedskart")];

    private static SamplePage[] Chosen(Sample sample) => [.. sample.Pages.Where(p => p.Kind != PageKind.Random)];

    private static Sample Again(IReadOnlyCollection<FoundPage> found, IReadOnlyList<SamplePage> earlier, long seed) =>
        SampleBuilder.Build(Start, found, [], [], earlier, seed, 12, 5);

    [Fact]
    public void A_site_of_one_page_is_sampled_as_such()
    {
        Sample sample = Build([]);
        Assert.Equal([new SamplePage(Start, PageKind.Start)], sample.Pages);
        Assert.Empty(sample.Reserves);
        Assert.Equal(1, sample.Discovered);
    }
}
