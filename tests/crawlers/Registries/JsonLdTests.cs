using System.Text;
using Monitor.Crawlers.Registries.Resources;
using Xunit;

namespace Monitor.Crawlers.Tests.Registries;

/// <summary>The profile of JSON-LD that is read, and what is refused rather than misread.</summary>
public sealed class JsonLdTests
{
    private const string Dct = "http://purl.org/dc/terms/";

    [Theory]
    [InlineData("""[{"@id":"urn:a","http://purl.org/dc/terms/title":[{"@value":"Tittel","@language":"nb"}]}]""")]
    [InlineData("""{"@context":{"dct":"http://purl.org/dc/terms/"},"@id":"urn:a","dct:title":{"@value":"Tittel","@language":"nb"}}""")]
    [InlineData("""{"@context":{"dct":"http://purl.org/dc/terms/"},"@graph":{"@id":"urn:a","dct:title":{"@set":[{"@value":"Tittel","@language":"nb"}]}}}""")]
    [InlineData("""{"@context":[{"dct":"http://purl.org/dc/terms/"},{"title":{"@id":"dct:title","@language":"nb"}}],"@graph":[{"@id":"urn:a","title":"Tittel"}]}""")]
    [InlineData("""{"@context":{"title":{"@id":"http://purl.org/dc/terms/title","@container":"@language"}},"@graph":[{"@id":"urn:a","title":{"nb":"Tittel"}}]}""")]
    [InlineData("""{"@context":{"@vocab":"http://purl.org/dc/terms/","@language":"nb"},"@graph":[{"@id":"urn:a","title":{"@list":["Tittel"]}}]}""")]
    [InlineData("""{"@context":{"dct":"http://purl.org/dc/terms/","id":"@id"},"@graph":[{"id":"urn:a","dct:title":{"@value":"Tittel","@language":"nb"}}]}""")]
    public void The_same_statement_is_read_in_each_way_of_writing_it(string document)
    {
        JsonLdValue title = Assert.Single(Read(document).Find("urn:a")![Dct + "title"]);

        Assert.Equal(("Tittel", false, "nb"), (title.Text, title.IsReference, title.Language));
    }

    [Fact]
    public void Nested_nodes_and_references_lead_to_their_nodes()
    {
        JsonLdGraph graph = Read("""
            {"@context":{"ex":"urn:ex:","to":{"@id":"ex:to","@type":"@id"}},
             "@graph":[{"@id":"ex:a","to":["ex:b"],"ex:nested":{"ex:name":"indre","@type":"ex:Kind"}},{"@id":"urn:ex:b","ex:name":7}]}
            """);
        JsonLdNode a = graph.Find("urn:ex:a")!;

        Assert.Equal("7", Assert.Single(graph.Find(Assert.Single(a["urn:ex:to"]).Text)!["urn:ex:name"]).Text);
        JsonLdNode nested = graph.Find(Assert.Single(a["urn:ex:nested"]).Text)!;
        Assert.Equal("indre", Assert.Single(nested["urn:ex:name"]).Text);
        Assert.Contains("urn:ex:Kind", nested.Types);
    }

    [Fact]
    public void A_node_told_of_in_two_places_is_one() =>
        Assert.Equal(2, Read("""[{"@id":"urn:a","urn:p":"1"},{"@id":"urn:a","urn:p":"2"}]""").Find("urn:a")!["urn:p"].Count);

    [Theory]
    [InlineData("""{"@context":"https://elsewhere.example/context.jsonld","@id":"urn:a","title":"x"}""")]
    [InlineData("""{"@context":{"@import":"https://elsewhere.example/"},"@id":"urn:a","urn:p":"x"}""")]
    [InlineData("""{"@context":{"of":{"@reverse":"urn:p"}},"@id":"urn:a","of":"x"}""")]
    [InlineData("""{"@id":"urn:a","@reverse":{"urn:p":{"@id":"urn:b"}},"urn:p":"x"}""")]
    [InlineData("""{"@id":"urn:a","@included":[{"@id":"urn:b"}],"urn:p":"x"}""")]
    [InlineData("""{"@graph":[]}""")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("not json")]
    [InlineData("")]
    public void What_is_not_read_is_refused_with_a_reason(string document)
    {
        Assert.False(JsonLdGraph.TryRead(Encoding.UTF8.GetBytes(document), out _, out string? why));
        Assert.NotEmpty(why!);
    }

    private static JsonLdGraph Read(string document)
    {
        Assert.True(JsonLdGraph.TryRead(Encoding.UTF8.GetBytes(document), out JsonLdGraph? graph, out string? why), why);
        return graph;
    }
}
