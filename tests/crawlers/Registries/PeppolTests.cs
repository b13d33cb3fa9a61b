using Monitor.Crawlers.Registries.Peppol;
using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;
using Monitor.Stubs.Registries;
using Xunit;

namespace Monitor.Crawlers.Tests.Registries;

/// <summary>1.10-einvoice-receive and 1.10-elma-current: DNS, the provider, the documents.</summary>
public sealed class PeppolTests
{
    private const string Invoice = "/iso6523-actorid-upis%3A%3A0192%3A310000205/services/Invoice-2%3A%3AInvoice";
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("9915:test", "eh5boavaktmbgzyh2a63dz4qov33fvp5nsdvqklucfraayoodw6a")]
    [InlineData("0088:123ABC", "y7dzfxaf3d4cjz4kcgrxtec6twvcga4ky7zwa5boif6mswd4tdrq")]
    [InlineData("0010:5798000000001", "xukhfqabqziki3ykvr2fhr4snfa3pf5vpq6k4tonv3lmvsy5arvq")]
    public void A_participants_name_is_the_hash_of_its_value(string value, string label) =>
        Assert.Equal($"{label}.iso6523-actorid-upis.zone.example", PeppolIds.HostOf(value, "zone.example"));

    [Fact]
    public async Task An_entry_with_invoice_and_credit_note_meets()
    {
        ObligationResult result = await ReceiveAsync(StubAgencies.Directorate);

        Assert.Equal(ObligationOutcome.Met, result.Outcome);
    }

    [Fact]
    public async Task A_document_that_only_begins_as_the_invoice_does_is_none()
    {
        ObligationResult result = await ReceiveAsync(StubAgencies.Municipality);

        Assert.Equal((ObligationOutcome.NotMet, ObligationReasons.DocumentsMissing, true), (result.Outcome, result.Reason, result.NeedsSecondObservation));
        Assert.Contains(result.Evidence, e => e.Fact == "The EHF Billing 3.0 invoice is not among the documents.");
        Assert.Contains(result.Evidence, e => e.Fact == "Receives the EHF Billing 3.0 credit note.");
    }

    [Theory]
    [InlineData(StubRegistry.Sml)]
    [InlineData(StubRegistry.Peppol)]
    public async Task No_such_name_and_no_such_participant_are_not_registered(StubRegistry registry)
    {
        ObligationResult result = await ReceiveAsync(StubAgencies.Directorate, host => host.Stub.Fail(registry, StubFailure.NotFound));

        Assert.Equal((ObligationOutcome.NotMet, ObligationReasons.NotInElma, true), (result.Outcome, result.Reason, result.NeedsSecondObservation));
    }

    [Fact]
    public async Task The_directory_proves_where_the_network_cannot_be_asked()
    {
        ObligationResult result = await ReceiveAsync(StubAgencies.Directorate, host => host.Stub.Fail(StubRegistry.Sml, StubFailure.ServerError));

        Assert.Equal(ObligationOutcome.Met, result.Outcome);
        Assert.Equal("PEPPOL Directory", result.Evidence[0].Source);
    }

    [Fact]
    public async Task The_directory_denies_nothing()
    {
        ObligationResult result = await ReceiveAsync(StubAgencies.Ministry, host => host.Stub.Fail(StubRegistry.Sml, StubFailure.ServerError));

        Assert.Equal((ObligationOutcome.Untested, ObligationReasons.RegistryDown, false), (result.Outcome, result.Reason, result.Determined));
    }

    [Fact]
    public async Task The_directory_is_left_alone_where_the_network_answers()
    {
        await using RegistryHost host = await RegistryHost.StartAsync();

        await JudgeAsync<EInvoiceReceiveCheck>(host, StubAgencies.Inspectorate);

        Assert.DoesNotContain(host.Stub.Requests, r => r.Registry == StubRegistry.PeppolDirectory);
    }

    [Fact]
    public async Task The_provider_is_asked_without_accept_and_without_a_double_slash()
    {
        await using RegistryHost host = await RegistryHost.StartAsync();

        await JudgeAsync<ElmaCurrentCheck>(host, StubAgencies.Directorate);

        StubRequest[] asked = [.. host.Stub.Requests.Where(r => r.Registry == StubRegistry.Peppol)];
        Assert.Equal(2, asked.Length);
        Assert.All(asked, r => Assert.Equal("", r.Accept));
        Assert.EndsWith("/iso6523-actorid-upis%3A%3A0192%3A310000205", asked[0].RawPath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_providers_address_comes_from_data_and_goes_through_the_guard()
    {
        await using RegistryHost host = await RegistryHost.StartAsync(settings: ("Monitor:Outbound:AllowedOrigins:registries", "https://elsewhere.example"));

        ObligationResult result = await JudgeAsync<EInvoiceReceiveCheck>(host, StubAgencies.Ministry);

        Assert.Equal((ObligationOutcome.Untested, ObligationReasons.Refused), (result.Outcome, result.Reason));
        Assert.DoesNotContain(host.Stub.Requests, r => r.Registry == StubRegistry.Peppol);
    }

    [Fact]
    public async Task An_endpoint_for_invoices_is_a_sign_and_no_verdict()
    {
        await using RegistryHost host = await RegistryHost.StartAsync();

        ObligationResult result = await JudgeAsync<ElmaCurrentCheck>(host, StubAgencies.Directorate);

        Assert.Equal((ObligationOutcome.CantTell, ObligationReasons.IndicatorOnly), (result.Outcome, result.Reason));
        Assert.Contains(result.Evidence, e => e.Fact == "Invoices go to https://mottak.example/as4.");
    }

    [Fact]
    public async Task A_redirect_to_another_provider_is_followed()
    {
        await using StubRegistries other = await StubRegistries.StartAsync(cancellation: Cancellation);
        await using RegistryHost host = await RedirectingAsync(other.BaseAddress(StubRegistry.Peppol) + Invoice, other);

        ObligationResult result = await JudgeAsync<ElmaCurrentCheck>(host, StubAgencies.Directorate);

        Assert.Equal((ObligationOutcome.CantTell, ObligationReasons.IndicatorOnly), (result.Outcome, result.Reason));
        Assert.Contains(result.Evidence, e => e.Fact == "Invoices go to https://mottak.example/as4.");
        Assert.Equal("", Assert.Single(other.Requests).Accept);
    }

    [Fact]
    public async Task A_second_redirect_is_not_followed()
    {
        await using StubRegistries third = await StubRegistries.StartAsync(cancellation: Cancellation);
        await using StubRegistries other = await StubRegistries.StartAsync(
            samples: new Redirecting(third.BaseAddress(StubRegistry.Peppol) + Invoice), cancellation: Cancellation);
        await using RegistryHost host = await RedirectingAsync(other.BaseAddress(StubRegistry.Peppol) + Invoice, other, third);

        ObligationResult result = await JudgeAsync<ElmaCurrentCheck>(host, StubAgencies.Directorate);

        Assert.Equal((ObligationOutcome.Untested, ObligationReasons.Refused, false), (result.Outcome, result.Reason, result.Determined));
        Assert.Single(other.Requests);
        Assert.Empty(third.Requests);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("ftp://smp.example/")]
    [InlineData("")]
    public async Task A_redirect_to_an_address_that_may_not_be_asked_is_not_determined(string address)
    {
        await using RegistryHost host = await RedirectingAsync(address);

        ObligationResult result = await JudgeAsync<ElmaCurrentCheck>(host, StubAgencies.Directorate);

        Assert.Equal((ObligationOutcome.Untested, ObligationReasons.Refused, false), (result.Outcome, result.Reason, result.Determined));
    }

    [Fact]
    public async Task A_dns_that_never_answers_is_given_up()
    {
        ObligationResult result = await ReceiveAsync(StubAgencies.Ministry, host => host.Stub.Fail(StubRegistry.Sml, StubFailure.Hang), "0.3");

        Assert.Equal((ObligationOutcome.Untested, ObligationReasons.Timeout), (result.Outcome, result.Reason));
    }

    [Fact]
    public async Task Recorded_answers_are_read()
    {
        RegistryLane lane = RegistryLane.Recorded();
        await using RegistryHost host = await RegistryHost.StartAsync(lane.Samples);

        Assert.Equal(ObligationOutcome.Met, (await JudgeAsync<EInvoiceReceiveCheck>(host, new StubAgency("991825827", ""))).Outcome);
        Assert.Equal(ObligationReasons.DocumentsMissing, (await JudgeAsync<EInvoiceReceiveCheck>(host, new StubAgency("923609016", ""))).Reason);
        Assert.Equal(ObligationReasons.NotInElma, (await JudgeAsync<EInvoiceReceiveCheck>(host, new StubAgency("971203420", ""))).Reason);
    }

    /// <summary>A host whose provider has the invoice's metadata elsewhere, and may ask the others too.</summary>
    private static Task<RegistryHost> RedirectingAsync(string to, params StubRegistries[] others) => RegistryHost.StartAsync(
        new Redirecting(to),
        settings: [("Monitor:Registries:Retries", "0"), .. others.Select((o, i) => ($"Monitor:Outbound:AllowedOrigins:other{i}", o.BaseAddress(StubRegistry.Peppol).GetLeftPart(UriPartial.Authority)))]);

    private static async Task<ObligationResult> ReceiveAsync(StubAgency agency, Action<RegistryHost>? spoil = null, string seconds = "15")
    {
        await using RegistryHost host = await RegistryHost.StartAsync(settings: [("Monitor:Registries:TimeoutSeconds", seconds), ("Monitor:Registries:Retries", "0")]);
        spoil?.Invoke(host);
        return await JudgeAsync<EInvoiceReceiveCheck>(host, agency);
    }

    private static Task<ObligationResult> JudgeAsync<TCheck>(RegistryHost host, StubAgency agency) where TCheck : IObligationCheck =>
        host.JudgeAsync<TCheck>(OrgNumber.Parse(agency.OrgNumber), Cancellation);

    private sealed class Redirecting(string to) : ISampleSource
    {
        private readonly EmbeddedSamples samples = new();

        public string? Find(StubRegistry registry, string name) => (registry, name) is not (StubRegistry.Peppol, "invoice") ? samples.Find(registry, name) : $"""
            <SignedServiceMetadata xmlns="http://busdox.org/serviceMetadata/publishing/1.0/">
              <ServiceMetadata><Redirect href="{to}"><CertificateUID>PID:9208-2001-3-279815395</CertificateUID></Redirect></ServiceMetadata>
            </SignedServiceMetadata>
            """;
    }
}
