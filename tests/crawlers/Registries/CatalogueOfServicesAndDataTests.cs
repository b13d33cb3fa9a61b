using Monitor.Crawlers.Registries.Catalogue;
using Monitor.Crawlers.Registries.DataCatalogue;
using Monitor.Crawlers.Registries.Distributions;
using Monitor.Crawlers.Registries.Http;
using Monitor.Crawlers.Registries.MetadataQuality;
using Monitor.Crawlers.Registries.Resources;
using Monitor.Crawlers.Registries.ServiceCatalogue;
using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;
using Monitor.Stubs.Registries;
using Xunit;

namespace Monitor.Crawlers.Tests.Registries;

/// <summary>What the descriptions at data.norge.no say: 1.3-data-catalogue, 1.3-machine-readable, 1.3-reuse and 1.1-norge-no.</summary>
public sealed class CatalogueOfServicesAndDataTests
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;
    private static readonly OrgNumber Directorate = OrgNumber.Parse(StubAgencies.Directorate.OrgNumber);

    [Fact]
    public async Task Missing_mandatory_properties_are_remarks()
    {
        ObligationResult result = await JudgeAsync<DataCatalogueCheck>();

        Assert.Equal(ObligationOutcome.Met, result.Outcome);
        Assert.Contains(result.Evidence, e => e.Fact == "Datasets with every mandatory property of DCAT-AP-NO: 2 of 3 read; 3 in all.");
        Assert.Contains(result.Evidence, e => e.Fact == "“Eksempler som ikke er åpne” lacks dcat:theme, dcat:contactPoint.");
    }

    [Fact]
    public async Task What_was_not_measured_does_not_count_in_the_score()
    {
        ObligationResult result = await JudgeAsync<DataCatalogueCheck>();

        Assert.Contains(result.Evidence, e => e.Fact == "Quality of the metadata: 80 of 110 points for 2 datasets. 1 metrics were not measured and do not count.");
    }

    [Theory]
    [InlineData(StubRegistry.Resources)]
    [InlineData(StubRegistry.MetadataQuality)]
    public async Task Without_remarks_the_verdict_stands(StubRegistry down)
    {
        ObligationResult result = await JudgeAsync<DataCatalogueCheck>(host => host.Stub.Fail(down, StubFailure.ServerError));

        Assert.Equal(ObligationOutcome.Met, result.Outcome);
        Assert.Contains(result.Evidence, e => e.Fact.StartsWith("Not determined: the registry did not answer.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Open_datasets_whose_machine_readable_distributions_answer_meet() =>
        Assert.Equal(ObligationOutcome.Met, (await JudgeAsync<MachineReadableCheck>()).Outcome);

    [Theory]
    [InlineData(StubFailure.NotFound)]
    [InlineData(StubFailure.Gone)]
    public async Task Distributions_that_are_all_dead_do_not(StubFailure dead)
    {
        ObligationResult result = await JudgeAsync<MachineReadableCheck>(host => host.Stub.Fail(StubRegistry.Links, dead));

        Assert.Equal(
            (ObligationOutcome.NotMet, ObligationReasons.DistributionsDead, true), (result.Outcome, result.Reason, result.NeedsSecondObservation));
    }

    [Theory]
    [InlineData(StubFailure.ServerError)]
    [InlineData(StubFailure.NotAcceptable)]
    [InlineData(StubFailure.HalfBody)]
    [InlineData(StubFailure.TooManyRequests)]
    public async Task Distributions_that_fail_otherwise_prove_neither(StubFailure failure)
    {
        ObligationResult result = await JudgeAsync<MachineReadableCheck>(host => host.Stub.Fail(StubRegistry.Links, failure));

        Assert.Equal((ObligationOutcome.CantTell, ObligationReasons.NotProven), (result.Outcome, result.Reason));
    }

    [Fact]
    public async Task A_dataset_that_could_not_be_read_proves_nothing()
    {
        ObligationResult result = await JudgeAsync<MachineReadableCheck>(host => host.Stub.Fail(StubRegistry.Resources, StubFailure.OtherShape, times: 1));

        Assert.Equal((ObligationOutcome.CantTell, ObligationReasons.NotProven), (result.Outcome, result.Reason));
    }

    [Fact]
    public async Task Nobody_without_open_data_is_judged_by_it()
    {
        await using RegistryHost host = await RegistryHost.StartAsync();

        ObligationResult result = await host.JudgeAsync<MachineReadableCheck>(OrgNumber.Parse(StubAgencies.Inspectorate.OrgNumber), Cancellation);

        Assert.Equal((ObligationOutcome.CantTell, ObligationReasons.NoneRegistered), (result.Outcome, result.Reason));
    }

    [Fact]
    public async Task Links_are_looked_at_in_turn_and_by_robots_txt()
    {
        await using RegistryHost host = await RegistryHost.StartAsync();

        await host.JudgeAsync<MachineReadableCheck>(Directorate, Cancellation);

        Assert.Equal(
            ["/register.csv", "/eksempler.json"], host.Stub.Requests.Where(r => r.Registry == StubRegistry.Links).Select(r => r.Path));
        Assert.All(host.Stub.Requests.Where(r => r.Registry == StubRegistry.Links), r => Assert.StartsWith("MonitorBot/", r.UserAgent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Known_open_licences_are_a_sign()
    {
        ObligationResult result = await JudgeAsync<ReuseCheck>();

        Assert.Equal((ObligationOutcome.CantTell, ObligationReasons.IndicatorOnly), (result.Outcome, result.Reason));
        Assert.Contains(result.Evidence, e => e.Fact == "Open datasets with a known open licence: 2 of 2 read; 2 in all.");
    }

    [Fact]
    public async Task A_service_whose_page_is_dead_is_a_remark()
    {
        ObligationResult result = await JudgeAsync<ServiceCatalogueCheck>();

        Assert.Equal(ObligationOutcome.Met, result.Outcome);
        Assert.Contains(result.Evidence, e => e.Fact == "“Søk om eksempelstøtte” lacks cv:contactPoint.");
        Assert.Contains(result.Evidence, e => e.Fact == "The page of “Søk om eksempelstøtte” no longer exists.");
    }

    [Theory]
    [InlineData("http://publications.europa.eu/resource/authority/file-type/CSV", true)]
    [InlineData("https://www.iana.org/assignments/media-types/text/csv", true)]
    [InlineData("application/ld+json; charset=utf-8", true)]
    [InlineData("GeoJSON", true)]
    [InlineData("http://publications.europa.eu/resource/authority/file-type/PDF", false)]
    [InlineData("https://www.iana.org/assignments/media-types/text/html", false)]
    [InlineData("", false)]
    public void A_format_is_told_by_its_name_its_type_or_its_iri(string format, bool readable) =>
        Assert.Equal(readable, OpenFormats.IsMachineReadable(new Distribution([], [format], [])));

    [Theory]
    [InlineData("https://creativecommons.org/licenses/by/4.0/deed.no", true)]
    [InlineData("http://data.norge.no/nlod/no/2.0", true)]
    [InlineData("http://publications.europa.eu/resource/authority/licence/CC0", true)]
    [InlineData("https://creativecommons.org/licenses/by-nc/4.0/", false)]
    [InlineData("Spør oss", false)]
    public void A_licence_is_told_in_its_many_spellings(string licence, bool open) =>
        Assert.Equal(open, OpenFormats.IsOpen(new Distribution([], [], [licence])));

    [Fact]
    public async Task Recorded_datasets_are_read()
    {
        var samples = (FolderSamples)RegistryLane.Recorded().Samples;
        await using RegistryHost host = await RegistryHost.StartAsync(samples);

        Description[] read = [.. await Task.WhenAll(samples.Datasets.Select(async uri =>
            Assert.IsType<RegistryAnswer<Description>.Found>(await host.Get<ResourcesClient>().FindAsync(CatalogueKind.Datasets, uri, Cancellation)).Value))];

        Assert.NotEmpty(read);
        Assert.Contains(read, d => d.Missing.Count == 0 && d.Title is not null);
        Assert.Contains(read, d => d.Missing.SequenceEqual(["dct:title", "dct:description", "dcat:theme", "dcat:contactPoint"]));
        Assert.Contains(read, d => d.Distributions.Any(OpenFormats.IsMachineReadable));
    }

    [Fact]
    public async Task Recorded_scores_leave_out_what_was_not_scored()
    {
        await using RegistryHost host = await RegistryHost.StartAsync(RegistryLane.Recorded().Samples);

        var score = Assert.IsType<RegistryAnswer<QualityScore>.Found>(
            await host.Get<MetadataQualityClient>().FindAsync(["https://dataset.foo", "not an iri"], Cancellation)).Value;

        Assert.Equal((1, 70d, 70d), (score.Datasets, score.Points, score.Most));
        Assert.True(score.Unmeasured > 0);
    }

    private static async Task<ObligationResult> JudgeAsync<TCheck>(Action<RegistryHost>? spoil = null) where TCheck : IObligationCheck
    {
        await using RegistryHost host = await RegistryHost.StartAsync();
        spoil?.Invoke(host);
        return await host.JudgeAsync<TCheck>(Directorate, Cancellation);
    }
}
