using Monitor.Shared.Obligations;
using Monitor.Shared.Storage;
using Xunit;

namespace Monitor.Shared.Tests.Obligations;

public sealed class EvidenceListTests
{
    [Fact]
    public void Evidence_comes_back_as_it_was_written()
    {
        Evidence[] evidence = [new("Enhetsregisteret", "Oppføringen er aktiv.", "https://data.norge.no/x"), new("B", "C", null)];

        Assert.Equal(evidence, EvidenceList.Read(EvidenceList.Write(evidence)));
    }

    [Fact]
    public void Whatever_a_registry_sends_fits_in_a_column()
    {
        Evidence[] evidence = [.. Enumerable.Range(0, 1000).Select(i => new Evidence("Kilde", new string('ø', 5000), "https://a.example/" + new string('x', 5000)))];

        string json = EvidenceList.Write(evidence);

        Assert.True(json.Length < RowLimits.TextCharacters);
        Assert.NotEmpty(EvidenceList.Read(json));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("urn:example:1")]
    [InlineData("not an address")]
    public void Only_web_addresses_become_links(string url) =>
        Assert.Null(Assert.Single(EvidenceList.Read(EvidenceList.Write([new Evidence("A", "B", url)]))).Url);

    [Fact]
    public void No_evidence_is_an_empty_list() => Assert.Empty(EvidenceList.Read(null));
}
