using System.Text.Json;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;
using Monitor.Tests.Support;
using Xunit;

namespace Monitor.Shared.Tests.Obligations;

public sealed class ComplianceMatrixBuilderTests
{
    private const string Edition = "H-8/18";
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly BodyFacts Directorate = new(OrgNumber.Parse("310000205"), BodyType.State, false, "ORGL", RegistryStatus.Live);
    private static readonly BodyFacts Municipality = new(OrgNumber.Parse("310000108"), BodyType.Municipality, false, "KOMM", RegistryStatus.Live);
    private static readonly BodyFacts Ministry = new(OrgNumber.Parse("310000302"), BodyType.State, true, "ORGL", RegistryStatus.Live);

    public static TheoryData<string> Bodies => ["state", "municipality", "ministry", "unknown", "notRegistered"];

    [Theory]
    [MemberData(nameof(Bodies))]
    public void Every_row_of_the_documented_table_has_one_entry_with_its_controls(string body)
    {
        ComplianceMatrix matrix = Build(Body(body));

        Assert.Equal(
            ObligationTable.ReadDocs().Select(r => (r.Id, r.Control, r.Kind)),
            matrix.Obligations.Select(o => (o.Id, string.Join(", ", o.Control.Select(Camel)), Camel(o.Kind))));
        Assert.All(matrix.Obligations, o => Assert.True(o.Outcome == ObligationOutcome.Met || o.Reason is not null, $"{o.Id} does not say why."));
    }

    [Fact]
    public void With_nothing_known_every_row_says_why_it_is_untested()
    {
        ComplianceMatrix matrix = Build(Directorate);

        Assert.Equal(ObligationReasons.NotDeclared, Entry(matrix, "1.3-overview").Reason);
        Assert.Equal(ObligationReasons.NoScan, Entry(matrix, "1.8-universal-design").Reason);
        Assert.Equal(ObligationReasons.NoScan, Entry(matrix, "1.4-isms").Reason);
        Assert.Equal(ObligationReasons.NoCheck, Entry(matrix, "1.6-einnsyn").Reason);
        Assert.Equal((ObligationOutcome.NotApplicable, ObligationReasons.NotAddressed), Pair(Entry(matrix, "1.2-mapping")));
        Assert.All(matrix.Obligations, o => Assert.Equal(ObligationBasis.None, o.Basis));
    }

    [Fact]
    public void Once_a_site_is_measured_rows_about_it_that_nobody_judges_say_so()
    {
        ComplianceMatrix matrix = Build(Directorate, Observed("1.8-universal-design", ObligationOutcome.CantTell, "noConfirmedFailures"));

        Assert.Equal(ObligationReasons.NoCheck, Entry(matrix, "1.7-mailbox-info").Reason);
        Assert.Equal(ObligationReasons.NotDeclared, Entry(matrix, "1.4-isms").Reason);
    }

    [Fact]
    public void A_ministry_answers_for_what_addresses_ministries_and_state_bodies() =>
        Assert.DoesNotContain(Build(Ministry).Obligations, o => o.Outcome == ObligationOutcome.NotApplicable && o.Id != "1.7-tax-dialogue");

    [Fact]
    public void What_does_not_bind_a_body_shows_what_was_observed_beside_it()
    {
        ObligationEntry entry = Entry(Build(Municipality, Observed("1.3-data-catalogue", ObligationOutcome.Met, null)), "1.3-data-catalogue");

        Assert.Equal((ObligationOutcome.NotApplicable, ObligationReasons.NotAddressed), Pair(entry));
        Assert.Equal(ObligationBasis.None, entry.Basis);
        Assert.NotEmpty(entry.Evidence);
    }

    [Fact]
    public void The_same_as_row_takes_the_others_verdict()
    {
        ComplianceMatrix matrix = Build(Directorate, Observed("1.3-data-catalogue", ObligationOutcome.Met, null), Declared("1.7-mailbox", ObligationOutcome.Met));

        Assert.Equal(ObligationOutcome.Met, Entry(matrix, "1.6-data-catalogue").Outcome);
        Assert.Equal((ObligationOutcome.Met, ObligationBasis.Declared), (Entry(matrix, "1.6-mailbox").Outcome, Entry(matrix, "1.6-mailbox").Basis));
    }

    [Theory]
    [InlineData(ObligationOutcome.NotMet, ObligationOutcome.Met, ObligationOutcome.NotMet, ObligationBasis.Observed)]
    [InlineData(ObligationOutcome.Met, ObligationOutcome.NotMet, ObligationOutcome.Met, ObligationBasis.Observed)]
    [InlineData(ObligationOutcome.CantTell, ObligationOutcome.Met, ObligationOutcome.Met, ObligationBasis.Declared)]
    [InlineData(ObligationOutcome.Untested, ObligationOutcome.NotMet, ObligationOutcome.NotMet, ObligationBasis.Declared)]
    [InlineData(ObligationOutcome.CantTell, null, ObligationOutcome.CantTell, ObligationBasis.Observed)]
    [InlineData(ObligationOutcome.Untested, null, ObligationOutcome.Untested, ObligationBasis.None)]
    [InlineData(null, ObligationOutcome.NotApplicable, ObligationOutcome.NotApplicable, ObligationBasis.Declared)]
    public void The_first_that_exists_is_shown(ObligationOutcome? observed, ObligationOutcome? declared, ObligationOutcome shown, ObligationBasis basis)
    {
        // No row of this edition is both observed with a verdict and declared, so the rule is tested on one made up.
        Obligation both = ObligationCatalogue.Find("1.6-registers")! with { Control = [ObligationControl.Auto, ObligationControl.Declared] };
        ComplianceRow[] rows =
        [
            .. observed is { } o ? [Observed("1.6-registers", o, "why")] : Array.Empty<ComplianceRow>(),
            .. declared is { } d ? [Declared("1.6-registers", d)] : Array.Empty<ComplianceRow>(),
        ];

        ObligationEntry entry = ComplianceMatrixBuilder.Entry(both, Directorate, new KnownCompliance(rows), Now);

        Assert.Equal((shown, basis), (entry.Outcome, entry.Basis));
    }

    [Fact]
    public void A_sign_is_never_a_verdict_whatever_a_check_says()
    {
        ObligationEntry entry = Entry(Build(Directorate, Observed("1.6-registers", ObligationOutcome.NotMet, "made up")), "1.6-registers");

        Assert.Equal((ObligationOutcome.CantTell, ObligationReasons.IndicatorOnly), Pair(entry));
    }

    [Fact]
    public void A_declaration_counts_for_a_year()
    {
        ComplianceRow declared = Declared("1.3-overview", ObligationOutcome.Met);

        Assert.Equal(ObligationOutcome.Met, Entry(Build(Directorate, declared with { CheckedAt = Now.AddYears(-1).AddDays(1) }), "1.3-overview").Outcome);
        Assert.Equal((ObligationOutcome.Untested, ObligationReasons.NotDeclared), Pair(Entry(Build(Directorate, declared with { CheckedAt = Now.AddYears(-1) }), "1.3-overview")));
    }

    [Fact]
    public void A_declaration_on_a_row_that_is_not_declared_counts_nothing() =>
        Assert.Equal(ObligationOutcome.Untested, Entry(Build(Directorate, Declared("1.8-universal-design", ObligationOutcome.Met)), "1.8-universal-design").Outcome);

    [Fact]
    public void An_observation_by_another_edition_counts_nothing() =>
        Assert.Equal(ObligationOutcome.Untested, Entry(Build(Directorate, Observed("1.3-data-catalogue", ObligationOutcome.Met, null) with { Edition = "H-7/17" }), "1.3-data-catalogue").Outcome);

    [Fact]
    public void Evidence_is_told_in_the_language_asked_for_and_in_that_alone()
    {
        Evidence fact = new("Enhetsregisteret", "The entry is live.", null) { Texts = new LocalizedText("Oppføringen er aktiv.", "Oppføringa er aktiv.", "The entry is live.") };
        ComplianceRow row = Observed("1.3-data-catalogue", ObligationOutcome.Met, null) with { EvidenceJson = EvidenceList.Write([fact]) };

        ComplianceMatrix matrix = Build(Directorate, row);

        Assert.Equal("Oppføringa er aktiv.", Entry(matrix.In(Language.Nn), "1.3-data-catalogue").Evidence[0].Fact);
        Assert.Equal("The entry is live.", Entry(matrix.In(Language.En), "1.3-data-catalogue").Evidence[0].Fact);
        Assert.All(matrix.In(Language.Nb).Obligations.SelectMany(o => o.Evidence), e => Assert.Null(e.Texts));
    }

    [Fact]
    public void An_outcome_names_the_rule_it_was_judged_by()
    {
        ComplianceRow row = Observed("1.3-data-catalogue", ObligationOutcome.Met, null) with { RuleVersion = 4 };

        Assert.Equal(4, Entry(Build(Directorate, row), "1.3-data-catalogue").RuleVersion);
        Assert.Null(Entry(Build(Directorate, row), "1.3-overview").RuleVersion);
    }

    [Fact]
    public void A_registry_that_was_down_is_the_reason_given() =>
        Assert.Equal(ObligationReasons.RegistryDown, Entry(Build(Directorate, Observed("1.1-norge-no", ObligationOutcome.Untested, ObligationReasons.RegistryDown)), "1.1-norge-no").Reason);

    [Fact]
    public void The_json_has_the_members_of_the_schema()
    {
        using JsonDocument json = JsonDocument.Parse(JsonSerializer.Serialize(Build(Directorate, Observed("1.3-data-catalogue", ObligationOutcome.Met, null)), MonitorJson.Options));
        JsonElement root = json.RootElement;

        Assert.Equal(["schema", "agency", "edition", "checkedAt", "obligations", "editionStatus"], root.EnumerateObject().Select(m => m.Name));
        Assert.Equal("monitor.check/1", root.GetProperty("schema").GetString());
        Assert.Equal(["orgNumber", "name", "bodyType", "ministry"], root.GetProperty("agency").EnumerateObject().Select(m => m.Name));
        Assert.Equal("state", root.GetProperty("agency").GetProperty("bodyType").GetString());
        JsonElement entry = root.GetProperty("obligations").EnumerateArray().Single(o => o.GetProperty("id").GetString() == "1.3-data-catalogue");
        Assert.Equal(["id", "control", "kind", "basis", "outcome", "reason", "evidence", "ruleVersion"], entry.EnumerateObject().Select(m => m.Name));
        Assert.Equal("""["auto"]""", entry.GetProperty("control").GetRawText());
        Assert.Equal(("requirement", "observed", "met"), (entry.GetProperty("kind").GetString(), entry.GetProperty("basis").GetString(), entry.GetProperty("outcome").GetString()));
        Assert.Equal("repealed", root.GetProperty("editionStatus").GetString());
        Assert.Equal(["source", "fact", "url"], entry.GetProperty("evidence")[0].EnumerateObject().Select(m => m.Name));
    }

    private static BodyFacts Body(string name) => name switch
    {
        "state" => Directorate,
        "municipality" => Municipality,
        "ministry" => Ministry,
        "unknown" => Directorate with { Type = null, Status = RegistryStatus.Unknown },
        _ => Directorate with { Type = null, Status = RegistryStatus.NotRegistered },
    };

    private static ComplianceMatrix Build(BodyFacts body, params ComplianceRow[] rows) =>
        ComplianceMatrixBuilder.Build("Eksempel", body, new KnownCompliance(rows), Now, Now);

    private static ObligationEntry Entry(ComplianceMatrix matrix, string id) => matrix.Obligations.Single(o => o.Id == id);

    private static (ObligationOutcome, string?) Pair(ObligationEntry entry) => (entry.Outcome, entry.Reason);

    private static ComplianceRow Observed(string obligation, ObligationOutcome outcome, string? reason) => new()
    {
        RowKey = ComplianceRow.Observed(obligation),
        Outcome = outcome,
        Reason = reason,
        Edition = Edition,
        CheckedAt = Now,
        EvidenceJson = EvidenceList.Write([new Evidence("A registry", "A fact.", null)]),
    };

    private static ComplianceRow Declared(string obligation, ObligationOutcome outcome) => new()
    {
        RowKey = ComplianceRow.Declared(obligation),
        Outcome = outcome,
        Edition = Edition,
        CheckedAt = Now.AddDays(-10),
    };

    private static string Camel<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
