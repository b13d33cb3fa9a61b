using Monitor.Crawlers.Registries.Catalogue;
using Monitor.Shared.Domain;

namespace Monitor.Crawlers.Registries.Sparql;

/// <summary>
/// The queries. A body is matched on <c>dct:identifier</c>, never on its URI, of which three forms are in use.
/// Only an <see cref="OrgNumber"/>, which is nine digits by construction, ever gets into the text.
/// </summary>
internal static class SparqlQueries
{
    public static string For(CatalogueKind kind, OrgNumber number) => kind == CatalogueKind.Datasets ? Datasets(number) : Services(number);

    private static string Datasets(OrgNumber publisher) => $$"""
        PREFIX dct: <http://purl.org/dc/terms/>
        PREFIX foaf: <http://xmlns.com/foaf/0.1/>
        PREFIX dcat: <http://www.w3.org/ns/dcat#>
        PREFIX fdk: <https://raw.githubusercontent.com/Informasjonsforvaltning/fdk-reasoning-service/main/src/main/resources/ontology/fdk.owl#>
        SELECT DISTINCT ?dataset ?isOpenData WHERE {
          ?dataset a dcat:Dataset .
          ?record foaf:primaryTopic ?dataset ; a dcat:CatalogRecord .
          OPTIONAL { ?dataset fdk:isOpenData ?isOpenData . }
          ?dataset dct:publisher ?publisher .
          ?publisher dct:identifier "{{publisher.Value}}" .
        }
        """;

    private static string Services(OrgNumber authority) => $$"""
        PREFIX dct: <http://purl.org/dc/terms/>
        PREFIX cv: <http://data.europa.eu/m8g/>
        SELECT DISTINCT ?service ?title WHERE {
          VALUES ?type { <http://purl.org/vocab/cpsv#PublicService> <https://data.norge.no/vocabulary/cpsvno#Service> }
          ?service a ?type .
          { ?service cv:hasCompetentAuthority ?body } UNION { ?service cv:ownedBy ?body }
          ?body dct:identifier "{{authority.Value}}" .
          OPTIONAL { ?service dct:title ?title . }
        }
        """;
}
