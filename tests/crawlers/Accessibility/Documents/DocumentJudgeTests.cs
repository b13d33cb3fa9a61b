using Monitor.Crawlers.Accessibility.Documents;
using Monitor.Crawlers.Accessibility.Documents.Pdf;
using Monitor.Shared.Domain;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.Documents;

/// <summary>What each rule says of documents, read from bytes.</summary>
public sealed class DocumentJudgeTests
{
    private static async Task<Outcome> JudgeAsync(string rule, TestPdf pdf, PublicationAge age = PublicationAge.Since)
    {
        PdfReading reading = await new PdfReader(TimeProvider.System).ReadAsync(pdf.Build(), TestContext.Current.CancellationToken);
        Assert.True(reading.Succeeded, reading.Problem.ToString());
        return new DocumentJudge(reading.Facts, age).Judge(rule)?.Outcome ?? Outcome.Inapplicable;
    }

    private static TestPdf Without(TestPdf pdf) => pdf with { TagTree = null, Mark = "" };

    [Fact]
    public async Task A_document_that_has_all_of_it_fails_nothing()
    {
        foreach (string rule in DocumentRules.All.Select(r => r.Id))
            Assert.Contains(await JudgeAsync(rule, new TestPdf()), new[] { Outcome.Passed, Outcome.Inapplicable });
    }

    [Fact]
    public async Task Pages_of_headings_and_text_without_tags_fail() =>
        Assert.Equal(Outcome.Failed, await JudgeAsync("pdf-tagged", Without(new TestPdf())));

    [Fact]
    public async Task One_page_or_running_text_alone_without_tags_is_for_a_person()
    {
        string running = TestPdf.Drawn([.. Enumerable.Range(0, 20).Select(_ => (11, "Kommunen legger fram et budsjett i balanse."))]);

        Assert.Equal(Outcome.CantTell, await JudgeAsync("pdf-tagged", Without(new TestPdf { Pages = [TestPdf.Page()] })));
        Assert.Equal(Outcome.CantTell, await JudgeAsync("pdf-tagged", Without(new TestPdf { Pages = [running, running] })));
    }

    [Fact]
    public async Task Tags_that_refer_to_nothing_are_none() =>
        Assert.Equal(Outcome.Failed, await JudgeAsync("pdf-tagged", new TestPdf { TagTree = "<</Type/StructTreeRoot/K[<</S/Document>>]>>" }));

    [Fact]
    public async Task Tags_that_the_document_does_not_own_up_to_are_for_a_person() =>
        Assert.Equal(Outcome.CantTell, await JudgeAsync("pdf-tagged", new TestPdf { Mark = "" }));

    [Fact]
    public async Task Tags_that_could_not_be_read_are_untested() =>
        Assert.Equal(Outcome.Untested, await JudgeAsync("pdf-tagged", new TestPdf { TagTree = "<</Type/StructTreeRoot/K 99 0 R>>" }));

    [Fact]
    public async Task Pictures_of_pages_are_told_once_and_not_as_missing_tags()
    {
        TestPdf scan = Without(new TestPdf { Pages = [TestPdf.Scan, TestPdf.Scan], Language = "" });

        Assert.Equal(Outcome.Failed, await JudgeAsync("pdf-scanned", scan));
        Assert.Equal(Outcome.Inapplicable, await JudgeAsync("pdf-tagged", scan));
        Assert.Equal(Outcome.Inapplicable, await JudgeAsync("pdf-language", scan));
    }

    [Fact]
    public async Task Scans_with_recognised_text_pass()
    {
        const string Page = TestPdf.Scan + " BT /F 11 Tf 3 Tr 50 700 Td (Vedtak i sak 12) Tj ET";

        Assert.Equal(Outcome.Passed, await JudgeAsync("pdf-scanned", Without(new TestPdf { Pages = [Page, Page] })));
    }

    [Fact]
    public async Task Scans_with_alternatives_and_scans_among_pages_of_text_are_for_a_person()
    {
        const string Tree = "<</Type/StructTreeRoot/K<</S/Figure/Alt(Kart over kommunen)/K 0>>>>";

        Assert.Equal(Outcome.CantTell, await JudgeAsync("pdf-scanned", new TestPdf { Pages = [TestPdf.Scan], TagTree = Tree }));
        Assert.Equal(Outcome.CantTell, await JudgeAsync("pdf-scanned", new TestPdf { Pages = [TestPdf.Page(), TestPdf.Scan, TestPdf.Scan] }));
        Assert.Equal(Outcome.Passed, await JudgeAsync("pdf-scanned", new TestPdf { Pages = [TestPdf.Scan, TestPdf.Page()] }));
    }

    [Fact]
    public async Task A_page_that_could_not_be_read_keeps_a_document_from_being_a_scan()
    {
        TestPdf pdf = new() { Pages = [TestPdf.Scan, "/Fm Do"], More = [TestPdf.Stream(new byte[9], "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Filter/DCTDecode")] };

        Assert.Equal(Outcome.Untested, await JudgeAsync("pdf-scanned", pdf));
    }

    [Theory]
    [InlineData("/Title(Budsjett 2024)", Outcome.Passed)]
    [InlineData("", Outcome.Failed)]
    [InlineData("/Title()", Outcome.Failed)]
    [InlineData("/Title<FEFF0020>", Outcome.Failed)]
    [InlineData("/Title(Microsoft Word - Sak 12.docx)", Outcome.CantTell)]
    [InlineData("/Title(sak_12.indd)", Outcome.CantTell)]
    [InlineData("/Title(PowerPoint-presentasjon)", Outcome.CantTell)]
    [InlineData("/Title(2024-01)", Outcome.CantTell)]
    public async Task A_title_is_there_and_is_no_files_name(string title, Outcome outcome) =>
        Assert.Equal(outcome, await JudgeAsync("pdf-title", new TestPdf { Title = title }));

    [Theory]
    [InlineData("/Lang(nb-NO)", "", Outcome.Passed)]
    [InlineData("/Lang(se)", "", Outcome.Passed)]
    [InlineData("", "", Outcome.Failed)]
    [InlineData("/Lang()", "", Outcome.Failed)]
    [InlineData("/Lang(norsk bokmaal)", "", Outcome.CantTell)]
    [InlineData("", "/Lang(nb)", Outcome.CantTell)]
    public async Task A_document_names_its_language(string language, string ofATag, Outcome outcome) =>
        Assert.Equal(outcome, await JudgeAsync("pdf-language", new TestPdf { Language = language, TagTree = $"<</Type/StructTreeRoot/K<</S/P/K 0{ofATag}>>>>" }));

    [Fact]
    public async Task A_passage_that_names_its_language_leaves_the_whole_to_a_person() =>
        Assert.Equal(Outcome.CantTell, await JudgeAsync("pdf-language", new TestPdf { Language = "", Pages = ["/Span<</Lang(nn)>> BDC " + TestPdf.Page() + " EMC"] }));

    [Fact]
    public async Task Many_tagged_pages_without_a_heading_are_for_a_person()
    {
        const string Tree = "<</Type/StructTreeRoot/K<</S/P/K 0>>>>";

        Assert.Equal(Outcome.CantTell, await JudgeAsync("pdf-headings", new TestPdf { TagTree = Tree }));
        Assert.Equal(Outcome.Inapplicable, await JudgeAsync("pdf-headings", new TestPdf { TagTree = Tree, Pages = [TestPdf.Page(), TestPdf.Page()] }));
        Assert.Equal(Outcome.Passed, await JudgeAsync("pdf-headings", new TestPdf()));
        Assert.Equal(Outcome.Inapplicable, await JudgeAsync("pdf-headings", Without(new TestPdf())));
    }

    [Fact]
    public async Task Bullets_without_a_tagged_list_are_for_a_person()
    {
        const string Tree = "<</Type/StructTreeRoot/K<</S/P/K 0>>>>";
        string[] pages = [TestPdf.Page("- skole", "- helse", "- vei")];

        Assert.Equal(Outcome.CantTell, await JudgeAsync("pdf-lists", new TestPdf { TagTree = Tree, Pages = pages }));
        Assert.Equal(Outcome.Passed, await JudgeAsync("pdf-lists", new TestPdf { Pages = pages }));
        Assert.Equal(Outcome.Inapplicable, await JudgeAsync("pdf-lists", new TestPdf { TagTree = Tree }));
    }

    [Theory]
    [InlineData("pdf-tagged")]
    [InlineData("pdf-title")]
    [InlineData("pdf-language")]
    public async Task What_is_old_or_of_unknown_age_never_fails(string rule)
    {
        TestPdf bad = Without(new TestPdf { Title = "", Language = "" });

        Assert.Equal(Outcome.Failed, await JudgeAsync(rule, bad));
        Assert.Equal(Outcome.CantTell, await JudgeAsync(rule, bad, PublicationAge.Before));
        Assert.Equal(Outcome.CantTell, await JudgeAsync(rule, bad, PublicationAge.Unknown));
        Assert.Equal(Outcome.CantTell, await JudgeAsync("pdf-scanned", new TestPdf { Pages = [TestPdf.Scan], TagTree = null }, PublicationAge.Before));
    }

    [Theory]
    [InlineData("2022-02-01", null, PublicationAge.Since)]
    [InlineData("2022-01-31", null, PublicationAge.Before)]
    [InlineData("2021-05-05 2023-05-05", null, PublicationAge.Before)]
    [InlineData("2023-05-05 2023-06-05", "Mon, 05 Jun 2023 10:00:00 GMT", PublicationAge.Since)]
    [InlineData("2023-05-05", "Tue, 05 Jan 2021 10:00:00 GMT", PublicationAge.Before)]
    [InlineData("2023-05-05", "i fjor", PublicationAge.Since)]
    [InlineData("", "Mon, 05 Jun 2023 10:00:00 GMT", PublicationAge.Unknown)]
    [InlineData("", "Tue, 05 Jan 2021 10:00:00 GMT", PublicationAge.Before)]
    [InlineData("2031-01-01", null, PublicationAge.Unknown)]
    [InlineData("", null, PublicationAge.Unknown)]
    internal void A_document_is_new_enough_when_all_its_dates_say_so(string own, string? lastModified, PublicationAge age)
    {
        DateOnly[] dates = [.. own.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(d => DateOnly.Parse(d, System.Globalization.CultureInfo.InvariantCulture))];

        Assert.Equal(age, PublicationDates.Judge(dates, lastModified, new DateOnly(2026, 11, 30)));
    }
}
