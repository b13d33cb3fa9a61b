using Monitor.Shared.Regulations;
using Xunit;

namespace Monitor.Shared.Tests.Regulations;

public sealed class RegulationCatalogueTests
{
    [Theory]
    [InlineData("no-private-2013", 35)]
    [InlineData("no-public-2023", 47)]
    [InlineData("no-public-2024", 48)]
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
