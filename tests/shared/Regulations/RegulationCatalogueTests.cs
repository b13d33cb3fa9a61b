using Monitor.Shared.Domain;
using Monitor.Shared.Regulations;
using Xunit;

namespace Monitor.Shared.Tests.Regulations;

public sealed class RegulationCatalogueTests
{
    [Theory]
    [InlineData("no-private-2013", 35)]
    [InlineData("no-public-2023", 47)]
    [InlineData("no-public-2024", 48)]
    [InlineData("wcag-2.0-aa", 38)]
    [InlineData("wcag-2.1-aa", 50)]
    [InlineData("wcag-2.2-aa", 55)]
    [InlineData("en-301-549-3.2.1", 50)]
    public void Each_regulation_has_its_criteria(string id, int criteria)
    {
        Regulation regulation = RegulationCatalogue.Find(id)!;
        Assert.Equal(criteria, regulation.Criteria.Count);
        Assert.Equal(criteria, regulation.Criteria.Distinct().Count());
        Assert.All(regulation.Criteria, c => Assert.NotNull(RegulationCatalogue.FindCriterion(c)));
    }

    [Fact]
    public void The_private_sector_has_all_of_wcag_2_0_but_three()
    {
        string[] missing = [.. RegulationCatalogue.Criteria.Where(c => c.Wcag == "2.0").Select(c => c.Number).Except(RegulationCatalogue.Find("no-private-2013")!.Criteria)];
        Assert.Equal(["1.2.3", "1.2.4", "1.2.5"], missing);
    }

    [Fact]
    public void The_public_sector_adds_what_wcag_2_1_added_and_later_audio_description()
    {
        string[] older = [.. RegulationCatalogue.Find("no-private-2013")!.Criteria], public2023 = [.. RegulationCatalogue.Find("no-public-2023")!.Criteria];
        Assert.Equal(12, public2023.Except(older).Count());
        Assert.All(public2023.Except(older), c => Assert.Equal("2.1", RegulationCatalogue.FindCriterion(c)!.Wcag));
        Assert.Equal(["1.2.5"], RegulationCatalogue.Find("no-public-2024")!.Criteria.Except(public2023));
    }

    [Fact]
    public void Wcag_2_2_adds_six_and_drops_parsing()
    {
        string[] older = [.. RegulationCatalogue.Find("wcag-2.1-aa")!.Criteria], newer = [.. RegulationCatalogue.Find("wcag-2.2-aa")!.Criteria];
        Assert.Equal(["2.4.11", "2.5.7", "2.5.8", "3.2.6", "3.3.7", "3.3.8"], newer.Except(older));
        Assert.Equal(["4.1.1"], older.Except(newer));
    }

    [Fact]
    public void A_standard_of_its_own_numbers_has_one_for_each_of_its_criteria()
    {
        Regulation standard = RegulationCatalogue.Find("en-301-549-3.2.1")!;
        Assert.Equal(standard.Criteria, standard.Clauses!.Values);
        Assert.Equal(("9.1.4.10", "9.4.1.3"), (standard.ClauseOf("1.4.10"), standard.ClauseOf("4.1.3")));
        Assert.Null(standard.ClauseOf("2.5.8"));
        Assert.Null(RegulationCatalogue.Find("wcag-2.1-aa")!.ClauseOf("1.4.10"));
    }

    [Theory]
    [InlineData("no-private-2013", "no-private-2013")]
    [InlineData("no-public-2024", "no-public-2024")]
    [InlineData("wcag-2.2-aa", "no-private-2013")]
    [InlineData("en-301-549-3.2.1", "no-private-2013")]
    public void What_is_measured_by_a_standard_is_bound_only_to_what_binds_everybody(string regulation, string law) =>
        Assert.Equal(law, RegulationCatalogue.LawBehind(RegulationCatalogue.Find(regulation)!).Id);

    [Fact]
    public void What_binds_the_private_sector_binds_the_public_one_too() => Assert.All(
        RegulationCatalogue.All.Where(r => r.Binds == Sector.Public),
        r => Assert.Empty(RegulationCatalogue.Find("no-private-2013")!.Criteria.Except(r.Criteria)));

    [Fact]
    public void Every_regulation_says_where_it_is_written() => Assert.All(RegulationCatalogue.All, r =>
    {
        Assert.NotEmpty(r.Source);
        Assert.Equal("https", r.Url.Scheme);
    });

    [Fact]
    public void A_criterion_without_a_rule_says_why_in_three_languages()
    {
        Assert.All(RegulationCatalogue.Gaps, g =>
        {
            Assert.NotNull(RegulationCatalogue.FindCriterion(g.Criterion));
            Assert.All(Languages.All, l => Assert.Matches("^[A-ZÆØÅ0-9].{10,160}\\.$", g.Why.In(l)));
        });
        Assert.True(RegulationCatalogue.FindGap("1.2.4")!.Never);
        Assert.Null(RegulationCatalogue.FindGap("1.1.1"));
    }

    [Fact]
    public void A_date_that_is_only_inferred_says_so()
    {
        Assert.False(RegulationCatalogue.Find("no-public-2024")!.DateVerified);
        Assert.Equal("no-public-2024", RegulationCatalogue.DefaultId);
        Assert.Null(RegulationCatalogue.Find("no-moon-1969"));
        Assert.Null(RegulationCatalogue.FindCriterion("9.9.9"));
    }

    [Fact]
    public void Every_criterion_and_regulation_is_named_in_three_languages()
    {
        Assert.All(RegulationCatalogue.Criteria.Select(c => c.Names).Concat(RegulationCatalogue.All.Select(r => r.Names)), names =>
        {
            Assert.NotEmpty(names.Nb);
            Assert.NotEmpty(names.Nn);
            Assert.NotEmpty(names.En);
        });
        Assert.All(RegulationCatalogue.Criteria, c => Assert.Contains(c.Level, new[] { "A", "AA" }));
    }

    [Fact]
    public void Criteria_asked_for_are_told_in_the_regulations_order()
    {
        Regulation regulation = RegulationCatalogue.Find("no-private-2013")!;
        Assert.Equal(["1.1.1", "4.1.2"], regulation.Required(["4.1.2", "1.4.11", "1.1.1"]));
        Assert.True(regulation.Requires(["1.4.11", "1.1.1"]));
        Assert.False(regulation.Requires(["1.4.11"]));
        Assert.False(regulation.Requires([]));
    }
}
