using Monitor.Shared.Findings;
using Xunit;
using static Monitor.Shared.Tests.Findings.PageSpec;

namespace Monitor.Shared.Tests.Findings;

/// <summary>What hides behind a click is not absent because nobody clicked.</summary>
public sealed class BehindClickTests
{
    private const string Cause = "alt/main img";
    private static readonly PageSpec[] Known = [P("a", Cause).Again(Cause).Behind(true, "Meny"), P("b")];

    [Fact]
    public void An_occurrence_says_what_has_to_be_pressed() =>
        Assert.Equal("Meny", Assert.Single(LifeCycleBench.After(Known).State.Findings[Fp(Cause)].Occurrences).After);

    [Fact]
    public void Absent_where_it_was_seen_is_fixed() =>
        Assert.Equal(FindingState.Fixed, LifeCycleBench.After(Known, [P("a").Again().Behind(false, "Meny"), P("b")]).StateOf(Cause));

    [Fact]
    public void Absent_from_a_page_that_was_looked_into_as_a_whole_is_fixed() =>
        Assert.Equal(FindingState.Fixed, LifeCycleBench.After(Known, [P("a").Again().Behind(true), P("b")]).StateOf(Cause));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Where_nobody_looked_it_is_not_verified(bool broken)
    {
        PageSpec page = P("a").Again();
        var bench = LifeCycleBench.After(Known, [broken ? page.Behind(false, "Avvis alle") : page, P("b")]);

        Assert.Equal(FindingState.NotVerified, bench.StateOf(Cause));
        Assert.Equal(NotVerifiedReason.RuleDidNotRun, bench[Cause].NotVerifiedReason);
    }

    [Fact]
    public void A_second_look_that_broke_off_confirms_nothing()
    {
        PageSpec first = P("a").Again().Behind(true, "Meny");
        var bench = LifeCycleBench.After(Known, [first with { Second = first.Second! with { States = null } }, P("b")]);

        Assert.Equal(NotVerifiedReason.NoSecondLook, bench[Cause].NotVerifiedReason);
    }
}
