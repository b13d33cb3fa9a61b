using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;
using Monitor.Tests.Support;
using Xunit;

namespace Monitor.Shared.Tests.Obligations;

public sealed class ObligationCatalogueTests
{
    private static readonly Dictionary<Addressee, string> Letters = new()
    {
        [Addressee.Ministries] = "D",
        [Addressee.StateBodies] = "S",
        [Addressee.PublicBodies] = "P",
        [Addressee.Everyone] = "A",
    };

    private static readonly Dictionary<DraftMark, string> Drafts = new()
    {
        [DraftMark.Unchanged] = "",
        [DraftMark.In] = "in",
        [DraftMark.Both] = "both",
        [DraftMark.Moved] = "moved",
        [DraftMark.LaterLaw] = "later law",
    };

    [Fact]
    public void The_documented_table_and_the_data_have_the_same_rows()
    {
        var documented = ObligationTable.ReadDocs();

        var data = ObligationCatalogue.Current.Obligations.Select(o => new ObligationTableRow(
            o.Id, Camel(o.Kind), Letters[o.To], Drafts[o.Draft], o.Texts.En, string.Join(", ", o.Systems), string.Join(", ", o.Control.Select(Camel))));
        Assert.Equal(documented, data);
    }

    [Fact]
    public void The_original_table_and_the_data_agree_on_id_kind_addressee_draft_and_control()
    {
        string? folder = Environment.GetEnvironmentVariable("MONITOR_TEST_DATA");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "not run: MONITOR_TEST_DATA names no folder");

        var original = ObligationTable.Read(Path.Combine(folder!, "obligations.md"))
            .Select(r => (r.Id, r.Kind == "krav" ? "requirement" : "recommendation", r.To, r.Draft, r.Control));

        var data = ObligationCatalogue.Current.Obligations
            .Select(o => (o.Id, Camel(o.Kind), Letters[o.To], Drafts[o.Draft], string.Join(", ", o.Control.Select(Camel))));
        Assert.Equal(original, data);
    }

    [Fact]
    public void Every_row_says_one_sentence_in_each_language()
    {
        foreach (Obligation obligation in ObligationCatalogue.Current.Obligations)
        {
            Assert.All(Languages.All, language => Assert.Matches("^[A-ZÆØÅa-z].{10,}[^.]\\.$", obligation.Texts.In(language)));
            Assert.NotEqual(obligation.Texts.Nb, obligation.Texts.En);
        }
    }

    [Fact]
    public void Every_row_that_binds_by_a_law_of_its_own_names_it_and_no_other_row_does()
    {
        foreach (Obligation obligation in ObligationCatalogue.Current.Obligations)
        {
            bool byLaw = obligation.To is Addressee.PublicBodies or Addressee.Everyone;
            Assert.Equal(byLaw, obligation.Basis is not null);
            if (obligation.Basis is { } basis)
            {
                Assert.Matches("^(LOV|FOR)-[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9]+$", basis.Reference);
                Assert.Contains(basis.Reference.Split('-', 2)[1], basis.Url, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void The_edition_is_shown_with_its_status()
    {
        Edition edition = ObligationCatalogue.Current;

        Assert.Equal("H-8/18", edition.Id);
        Assert.Equal(LegalStatus.Repealed, edition.Status);
        Assert.Equal("opphevet", edition.StatusTexts.Nb);
    }

    [Fact]
    public void The_circulars_dates_for_education_and_existing_solutions_are_data()
    {
        IReadOnlyList<Deadline> deadlines = ObligationCatalogue.Find("1.8-universal-design")!.Deadlines!;

        Assert.Equal([new DateOnly(2019, 1, 1), new DateOnly(2021, 1, 1)], deadlines.Select(d => d.Date));
        Assert.All(deadlines, d => Assert.All(Languages.All, l => Assert.Contains($"{d.Date.Year}", d.Texts.In(l), StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("1.6-data-catalogue", "1.3-data-catalogue")]
    [InlineData("1.6-mailbox", "1.7-mailbox")]
    public void A_row_that_repeats_another_takes_its_verdict_and_declaration(string id, string original)
    {
        Assert.Equal(original, ObligationCatalogue.Find(id)?.JudgedAs);
        Assert.NotNull(ObligationCatalogue.Find(original));
    }

    [Fact]
    public void An_unknown_row_is_null() => Assert.Null(ObligationCatalogue.Find("9.9-nothing"));

    private static string Camel<T>(T value) where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
