using System.Text;
using Monitor.Crawlers.Accessibility.Documents.Pdf;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.Documents;

public sealed class PdfReaderTests
{
    private static async Task<PdfFacts> ReadAsync(TestPdf pdf)
    {
        PdfReading reading = await new PdfReader(TimeProvider.System).ReadAsync(pdf.Build(), TestContext.Current.CancellationToken);
        Assert.True(reading.Succeeded, reading.Problem.ToString());
        return reading.Facts;
    }

    private static async Task<PdfProblem?> ProblemAsync(byte[] file) =>
        (await new PdfReader(TimeProvider.System).ReadAsync(file, TestContext.Current.CancellationToken)).Problem;

    [Fact]
    public async Task What_a_document_says_of_itself_is_read()
    {
        PdfFacts facts = await ReadAsync(new TestPdf());

        Assert.Equal((3, "Budsjett 2024", "nb-NO"), (facts.Pages, facts.Title, facts.Language));
        Assert.Equal([new DateOnly(2023, 3, 1), new DateOnly(2023, 3, 2)], facts.Dates);
        Assert.Equal(new PdfTags(true, true, true, true, false, false, true), facts.Tags);
        Assert.Equal(new PdfText(3, 0, 3, 0, 0, true, false, false), facts.Text);
    }

    [Fact]
    public async Task What_it_does_not_say_is_not_there()
    {
        PdfFacts facts = await ReadAsync(new TestPdf { Title = "/Title(  )", Dates = "/CreationDate(i fjor)", Language = "", Mark = "", TagTree = null });

        Assert.Equal((null, null), (facts.Title, facts.Language));
        Assert.Empty(facts.Dates);
        Assert.Equal(PdfTags.None, facts.Tags);
    }

    [Fact]
    public async Task A_document_of_a_writer_that_is_not_ours_is_read()
    {
        var builder = new PdfDocumentBuilder { DocumentInformation = { Title = "Årsmelding" } };
        PdfDocumentBuilder.AddedFont font = builder.AddStandard14Font(Standard14Font.Helvetica);
        builder.AddPage(PageSize.A4).AddText("Kommunen legger fram et budsjett.", 12, new PdfPoint(50, 700), font);

        PdfReading reading = await new PdfReader(TimeProvider.System).ReadAsync(builder.Build(), TestContext.Current.CancellationToken);

        Assert.Equal("Årsmelding", reading.Facts?.Title);
        Assert.True(reading.Facts?.Text.Any);
        Assert.Equal(PdfTags.None, reading.Facts?.Tags);
    }

    [Fact]
    public async Task Metadata_tell_what_the_properties_do_not()
    {
        byte[] xmp = Encoding.UTF8.GetBytes("""
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreateDate="2022-02-01T10:00:00+01:00">
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">Økonomiplan</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta>
            """);

        PdfFacts facts = await ReadAsync(new TestPdf { Title = "", Dates = "", Catalog = "/Metadata 100 0 R", More = [TestPdf.Stream(xmp, "/Type/Metadata/Subtype/XML")] });

        Assert.Equal("Økonomiplan", facts.Title);
        Assert.Equal([new DateOnly(2022, 2, 1)], facts.Dates);
    }

    [Fact]
    public async Task Metadata_that_declare_entities_are_not_expanded()
    {
        byte[] xmp = Encoding.UTF8.GetBytes("""<!DOCTYPE x [<!ENTITY a "haha">]><x xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>&a;</dc:title></x>""");

        Assert.Null((await ReadAsync(new TestPdf { Title = "", Catalog = "/Metadata 100 0 R", More = [TestPdf.Stream(xmp, "/Type/Metadata/Subtype/XML")] })).Title);
    }

    [Theory]
    [InlineData("<</Type/StructTreeRoot/RoleMap<</Overskrift/Tittel/Tittel/H2>>/K<</S/Overskrift/K 0>>>>", true, true)]
    [InlineData("<</Type/StructTreeRoot/RoleMap<</A/B/B/A>>/K<</S/A/K 0>>>>", true, false)]
    [InlineData("<</Type/StructTreeRoot/K<</S/Document/K<</Type/MCR/MCID 0>>>>>>", true, false)]
    [InlineData("<</Type/StructTreeRoot/K[]>>", false, false)]
    [InlineData("<</Type/StructTreeRoot>>", false, false)]
    [InlineData("<</Type/StructTreeRoot/K<</S/H1>>>>", false, true)]
    public async Task A_tag_counts_by_its_role_and_a_tree_by_what_it_refers_to(string tree, bool any, bool headings)
    {
        PdfTags tags = (await ReadAsync(new TestPdf { TagTree = tree })).Tags;

        Assert.Equal((any, headings, true), (tags.Any, tags.Headings, tags.Complete));
    }

    [Theory]
    [InlineData("<</Type/StructTreeRoot/K 6 0 R>>")]
    [InlineData("<</Type/StructTreeRoot/K[100 0 R 100 0 R]>>")]
    public async Task Tags_that_run_in_circles_come_to_an_end(string tree)
    {
        PdfTags tags = (await ReadAsync(new TestPdf { TagTree = tree, More = ["<</S/P/K[100 0 R 0]>>"] })).Tags;

        Assert.True(tags.Complete);
        Assert.False(tags.Headings);
    }

    [Fact]
    public async Task Tags_that_are_named_and_not_there_are_not_the_same_as_none()
    {
        Assert.False((await ReadAsync(new TestPdf { TagTree = "<</Type/StructTreeRoot/K 99 0 R>>" })).Tags.Complete);
        Assert.False((await ReadAsync(new TestPdf { TagTree = null, Catalog = "/StructTreeRoot 99 0 R" })).Tags.Complete);
    }

    [Fact]
    public async Task Pages_that_a_picture_covers_are_told_from_pages_with_text_under_it()
    {
        const string Recognised = "BT /F 11 Tf 3 Tr 50 700 Td (Lest av en maskin) Tj ET " + TestPdf.Scan;
        const string Small = "q 200 0 0 200 0 0 cm /Im Do Q";

        PdfText text = (await ReadAsync(new TestPdf { Pages = [TestPdf.Scan, Recognised, Small, ""] })).Text;

        Assert.Equal((4, 3, 1), (text.PagesRead, text.WordlessPages, text.ScannedPages));
    }

    [Theory]
    [InlineData(true, "- en", "- to", "- tre")]
    [InlineData(true, "\\225 en", "\\225 to", "\\225 tre")]
    [InlineData(true, "1. en", "2. to", "3. tre")]
    [InlineData(false, "- en", "- to", "tre")]
    [InlineData(false, "1. Innledning ..... 3", "2. Tall ..... 5", "3. Vedlegg ..... 9")]
    [InlineData(false, "12.5 prosent", "13.5 prosent", "14.5 prosent")]
    public async Task Three_lines_in_a_row_that_begin_with_bullets_or_numbers_look_like_a_list(bool list, params string[] lines) =>
        Assert.Equal(list, (await ReadAsync(new TestPdf { Pages = [TestPdf.Page(lines)] })).Text.LooksLikeLists);

    [Fact]
    public async Task A_document_with_one_size_of_letters_shows_no_headings() =>
        Assert.False((await ReadAsync(new TestPdf { Pages = [TestPdf.Drawn((11, "Overskrift"), (11, "Tekst som går over mange linjer."))] })).Text.LooksLikeHeadings);

    [Fact]
    public async Task What_is_no_PDF_or_breaks_off_is_a_problem_and_no_exception()
    {
        byte[] whole = new TestPdf().Build();

        Assert.Equal(PdfProblem.NotPdf, await ProblemAsync([]));
        Assert.Equal(PdfProblem.NotPdf, await ProblemAsync("<!DOCTYPE html><title>Finnes ikke</title>"u8.ToArray()));
        Assert.Equal(PdfProblem.Broken, await ProblemAsync("%PDF-1.7\n"u8.ToArray()));
        Assert.Equal(PdfProblem.Broken, await ProblemAsync(whole[..100]));
    }

    [Fact]
    public async Task Objects_are_found_where_the_table_of_them_is_not()
    {
        byte[] file = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(new TestPdf().Build()).Replace("startxref\n", "startxref\n9", StringComparison.Ordinal));

        PdfReading reading = await new PdfReader(TimeProvider.System).ReadAsync(file, TestContext.Current.CancellationToken);

        Assert.Equal(3, reading.Facts?.Pages);
    }

    [Fact]
    public async Task A_table_of_objects_that_is_garbage_is_a_problem()
    {
        byte[] file = new TestPdf().Build();
        file.AsSpan(Encoding.Latin1.GetString(file).LastIndexOf("xref\n0 1", StringComparison.Ordinal), 200).Fill((byte)'7');

        Assert.Equal(PdfProblem.Broken, await ProblemAsync(file));
    }

    [Fact]
    public async Task A_document_under_a_password_is_locked()
    {
        string zeros = new('0', 64);
        byte[] file = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(new TestPdf().Build()).Replace(
            "/Info 4 0 R", $"/Info 4 0 R/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{zeros}>/U<{zeros}>>>", StringComparison.Ordinal));

        Assert.Equal(PdfProblem.Locked, await ProblemAsync(file));
    }

    [Theory]
    [InlineData("/NeedsRendering true")]
    [InlineData("/Collection<</View/D>>")]
    public async Task A_document_whose_pages_are_not_what_is_shown_is_not_judged_by_them(string entry) =>
        Assert.Equal(PdfProblem.NotPages, await ProblemAsync(new TestPdf { Catalog = entry }.Build()));
}
