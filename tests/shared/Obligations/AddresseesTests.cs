using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;
using Xunit;

namespace Monitor.Shared.Tests.Obligations;

public sealed class AddresseesTests
{
    private static readonly OrgNumber Number = OrgNumber.Parse("310000205");
    private static readonly OrgNumber TaxAdministration = OrgNumber.Parse("974761076");

    [Theory]
    [InlineData("KOMM", "6500", BodyType.Municipality)]
    [InlineData("FYLK", "6500", BodyType.County)]
    [InlineData("ORGL", "6100", BodyType.State)]
    [InlineData("STAT", null, BodyType.State)]
    [InlineData("AS", "6100", BodyType.State)]
    [InlineData("IKS", "1500", BodyType.Other)]
    [InlineData("AS", null, BodyType.Other)]
    [InlineData(null, null, null)]
    public void The_kind_of_body_follows_form_and_sector(string? form, string? sector, BodyType? expected) =>
        Assert.Equal(expected, Addressees.BodyTypeOf(form, sector));

    [Theory]
    [InlineData("EKSEMPELDEPARTEMENTET", "ORGL", true)]
    [InlineData("Eksempeldepartementet ", "STAT", true)]
    [InlineData("STATSMINISTERENS KONTOR", "ORGL", true)]
    [InlineData("DEPARTEMENTETS VENNER", "ORGL", false)]
    [InlineData("DEPARTEMENTENES SIKKERHETSORGANISASJON", "ORGL", false)]
    [InlineData("KAFÉ DEPARTEMENTET", "AS", false)]
    [InlineData(null, "ORGL", false)]
    public void A_ministry_is_a_state_body_by_that_name(string? name, string form, bool expected) =>
        Assert.Equal(expected, Addressees.IsMinistry(name, form, null));

    [Theory]
    [InlineData(BodyType.State, true, "ORGL", "DSPA")]
    [InlineData(BodyType.State, false, "ORGL", "SPA")]
    [InlineData(BodyType.Municipality, false, "KOMM", "PA")]
    [InlineData(BodyType.County, false, "FYLK", "PA")]
    [InlineData(BodyType.Other, false, "IKS", "PA")]
    [InlineData(BodyType.Other, false, "SF", "PA")]
    [InlineData(BodyType.Other, false, "KF", "PA")]
    [InlineData(BodyType.Other, false, "FKF", "PA")]
    [InlineData(BodyType.Other, false, "AS", "A")]
    [InlineData(BodyType.Municipality, true, "KOMM", "PA")]
    public void A_body_is_bound_by_what_addresses_its_kind(BodyType type, bool ministry, string form, string bound)
    {
        var body = new BodyFacts(Number, type, ministry, form, RegistryStatus.Live);

        foreach (Obligation obligation in ObligationCatalogue.Current.Obligations.Where(o => o.OnlyBinds is null))
        {
            Binding binding = Addressees.Bind(obligation, body);
            Assert.Equal(bound.Contains(Letter(obligation.To), StringComparison.Ordinal), binding.IsBound);
            Assert.Equal(binding.IsBound ? null : ObligationReasons.NotAddressed, binding.Reason);
        }
    }

    [Theory]
    [InlineData(RegistryStatus.Unknown, ObligationReasons.BodyTypeUnknown)]
    [InlineData(RegistryStatus.NotRegistered, ObligationReasons.NotRegistered)]
    [InlineData(RegistryStatus.Deleted, ObligationReasons.Deleted)]
    public void Without_an_answer_about_the_body_only_rows_to_everyone_are_decided(RegistryStatus status, string reason)
    {
        var body = new BodyFacts(Number, null, false, null, status);

        foreach (Obligation obligation in ObligationCatalogue.Current.Obligations)
            Assert.Equal(obligation.To == Addressee.Everyone ? Binding.Bound : Binding.Unknown(reason), Addressees.Bind(obligation, body));
    }

    [Fact]
    public void The_tax_dialogue_binds_the_tax_administration_only()
    {
        Obligation dialogue = ObligationCatalogue.Find("1.7-tax-dialogue")!;
        var body = new BodyFacts(TaxAdministration, BodyType.State, false, "ORGL", RegistryStatus.Live);

        Assert.True(Addressees.Bind(dialogue, body).IsBound);
        Assert.Equal(Binding.NotAddressed, Addressees.Bind(dialogue, body with { OrgNumber = Number }));
    }

    [Fact]
    public void A_supervisors_word_on_the_kind_of_body_stands_where_there_is_no_entry()
    {
        var agency = new AgencyRow
        {
            PartitionKey = AgencyRow.Partition,
            RowKey = Number.Value,
            BodyType = BodyType.State,
            BodyTypeOverridden = true,
            RegistryStatus = RegistryStatus.NotRegistered,
        };

        Assert.True(Addressees.Bind(ObligationCatalogue.Find("1.3-overview")!, BodyFacts.Of(agency)).IsBound);
        Assert.False(Addressees.Bind(ObligationCatalogue.Find("1.3-overview")!, BodyFacts.Of(agency with { BodyTypeOverridden = false })).IsBound);
    }

    private static string Letter(Addressee to) => to switch
    {
        Addressee.Ministries => "D",
        Addressee.StateBodies => "S",
        Addressee.PublicBodies => "P",
        _ => "A",
    };
}
