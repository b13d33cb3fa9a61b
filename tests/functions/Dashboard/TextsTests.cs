using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Monitor.Functions.Dashboard.Findings;
using Monitor.Functions.Dashboard.Wording;
using Monitor.Shared.Access;
using Monitor.Shared.Agencies;
using Monitor.Shared.Alerts;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Obligations;
using Monitor.Shared.Obligations.National;
using Monitor.Shared.Scans;

namespace Monitor.Functions.Tests.Dashboard;

/// <summary>A language is complete or absent.</summary>
public sealed partial class TextsTests
{
    private static readonly ResourceManager Resources = new(typeof(Texts));

    [Theory]
    [InlineData("nn")]
    [InlineData("en")]
    public void Every_text_is_there_in_every_language(string code)
    {
        Dictionary<string, string> bokmal = In("");

        Assert.NotEmpty(bokmal);
        Assert.Equal(bokmal.Keys.Order(StringComparer.Ordinal), In(code).Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("nn")]
    [InlineData("en")]
    public void A_text_takes_the_same_values_in_every_language(string code)
    {
        Dictionary<string, string> other = In(code);

        Assert.All(In(""), text => Assert.Equal(Values(text.Value), Values(other[text.Key])));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nn")]
    [InlineData("en")]
    public void No_text_is_empty_or_speaks_of_conformity(string code)
    {
        Assert.All(In(code), text =>
        {
            Assert.False(string.IsNullOrWhiteSpace(text.Value));
            Assert.DoesNotMatch("(?i)samsvar|conform", text.Value);
        });
    }

    [Fact]
    public void Every_value_of_an_enum_that_is_shown_has_words()
    {
        foreach (Language language in Languages.All)
        {
            var texts = Texts.In(language);
            All<FindingState>(texts);
            All<FindingGroup>(texts);
            All<ClosedReason>(texts);
            All<NotVerifiedReason>(texts);
            All<SetAsideReason>(texts);
            All<Outcome>(texts);
            All<ScanStatus>(texts);
            All<PageStatus>(texts);
            All<PageKind>(texts);
            All<BodyType>(texts);
            All<RegistryStatus>(texts);
            All<ConsentState>(texts);
            All<ObligationOutcome>(texts);
            All<ObligationKind>(texts);
            All<ObligationBasis>(texts);
            All<DeclaredOutcome>(texts);
            All<BodyGroup>(texts);
            All<TaskKind>(texts);
            All<TaskState>(texts);
            All<Role>(texts);
        }
    }

    [Theory]
    [InlineData(typeof(PageReasons), "Reason.")]
    [InlineData(typeof(ScanReasons), "Reason.")]
    [InlineData(typeof(ObligationReasons), "ObligationReason.")]
    [InlineData(typeof(CriterionReasons), "CriterionReason.")]
    public void Every_reason_has_words(Type codes, string prefix)
    {
        string[] all = [.. codes.GetFields().Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!)];

        Assert.NotEmpty(all);
        Assert.All(all, code => Assert.NotNull(Texts.In(Language.Nb).Find(prefix + code)));
    }

    [Fact]
    public void A_code_that_is_newer_than_the_texts_is_shown_as_it_is()
    {
        Assert.Equal("reason: brandNew", Texts.In(Language.En).Reason("brandNew"));
    }

    [Fact]
    public void One_is_not_many()
    {
        Assert.Equal("1 side", Texts.In(Language.Nb).Count("Solution.Pages", 1));
        Assert.Equal("30 sider", Texts.In(Language.Nb).Count("Solution.Pages", 30));
    }

    [Fact]
    public void A_missing_text_is_a_bug_and_says_so()
    {
        Assert.Throws<KeyNotFoundException>(() => Texts.In(Language.Nb)["No.Such.Text"]);
    }

    private static void All<TEnum>(Texts texts) where TEnum : struct, Enum =>
        Assert.All(Enum.GetValues<TEnum>(), value => Assert.NotEmpty(texts.Of(value)));

    private static Dictionary<string, string> In(string code) => Resources
        .GetResourceSet(code.Length == 0 ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(code), createIfNotExists: true, tryParents: false)!
        .Cast<DictionaryEntry>()
        .ToDictionary(e => (string)e.Key, e => (string)e.Value!);

    private static string[] Values(string text) => [.. Value().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Value();
}
