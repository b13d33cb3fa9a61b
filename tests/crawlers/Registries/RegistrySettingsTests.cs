using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Monitor.Crawlers.Registries;
using Monitor.Crawlers.Registries.Http;
using Xunit;

namespace Monitor.Crawlers.Tests.Registries;

public sealed class RegistrySettingsTests
{
    [Theory]
    [InlineData("Enhetsregisteret", "https://data.brreg.no/enhetsregisteret/api")]
    [InlineData("OrganizationCatalog", "https://organization-catalog.fellesdatakatalog.digdir.no")]
    [InlineData("Sparql", "https://sparql.fellesdatakatalog.digdir.no")]
    [InlineData("Search", "https://search.api.fellesdatakatalog.digdir.no")]
    [InlineData("Resources", "https://resource.api.fellesdatakatalog.digdir.no")]
    [InlineData("MetadataQuality", "https://mqa-scoring-api.fellesdatakatalog.digdir.no")]
    [InlineData("EInnsyn", "https://api.einnsyn.no")]
    [InlineData("Geonorge", "https://kartkatalog.geonorge.no")]
    [InlineData("Doffin", "https://api.doffin.no")]
    [InlineData("PeppolDirectory", "https://directory.peppol.eu")]
    [InlineData("Statements", "https://uustatus.no")]
    public void Without_settings_registries_are_found_in_production(string name, string address)
    {
        using ServiceProvider services = Build();

        Assert.Equal(address, services.GetRequiredService<IOptionsMonitor<RegistryEndpointSettings>>().Get(name).BaseAddress);
    }

    [Theory]
    [InlineData("Monitor:Registries:Sparql:BaseAddress", "not an address")]
    [InlineData("Monitor:Registries:Sparql:BaseAddress", "ftp://a.example")]
    [InlineData("Monitor:Registries:Sparql:BaseAddress", "https://a.example/?x=1")]
    [InlineData("Monitor:Registries:Sparql:BaseAddress", "https://user@a.example/")]
    [InlineData("Monitor:Registries:Search:RateLimit", "0")]
    [InlineData("Monitor:Registries:Search:RateWindowSeconds", "0")]
    [InlineData("Monitor:Registries:TimeoutSeconds", "0")]
    [InlineData("Monitor:Registries:Peppol:SmlZone", "not a zone")]
    [InlineData("Monitor:Registries:Peppol:DnsServer", "127.0.0.1")]
    [InlineData("Monitor:Registries:Peppol:DnsServer", "http://127.0.0.1:53")]
    [InlineData("Monitor:Registries:Retries", "9")]
    [InlineData("Monitor:Registries:SecondsBetweenAgencies", "-1")]
    public void A_bad_setting_stops_the_start(string name, string value)
    {
        using ServiceProvider services = Build((name, value));

        Assert.ThrowsAny<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());
    }

    [Fact]
    public void A_private_address_is_the_operators_to_choose()
    {
        using ServiceProvider services = Build(("Monitor:Registries:Sparql:BaseAddress", "http://127.0.0.1:8080/sparql"));

        services.GetRequiredService<IStartupValidator>().Validate();

        Assert.Equal("http://127.0.0.1:8080/sparql", services.GetRequiredService<IOptionsMonitor<RegistryEndpointSettings>>().Get("Sparql").BaseAddress);
    }

    private static ServiceProvider Build(params (string Name, string Value)[] settings) => new ServiceCollection()
        .AddRegistries(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Name, s => (string?)s.Value)).Build())
        .BuildServiceProvider();
}
