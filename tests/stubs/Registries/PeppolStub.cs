namespace Monitor.Stubs.Registries;

/// <summary>A provider in PEPPOL with ELMA's peculiarities: 406 to <c>Accept: application/xml</c>, 400 to a double slash, 404 for a stranger. And the directory.</summary>
internal static class PeppolStub
{
    private const string Scheme = "iso6523-actorid-upis::0192:";
    private const string NoSuchParticipant = "<!--\nmessage : Could not find participant\n-->";

    public static StubAnswer Provider(StubRequest request, ISampleSource samples)
    {
        if (request.Accept.Contains("application/xml", StringComparison.Ordinal))
            return new StubAnswer(406, "text/plain", "");
        if (request.RawPath.Contains("//", StringComparison.Ordinal))
            return new StubAnswer(400, "text/plain", "");
        if (request.Method != "GET" || !request.Path.TrimStart('/').StartsWith(Scheme, StringComparison.Ordinal))
            return new StubAnswer(404, "text/xml", NoSuchParticipant);

        string[] parts = request.Path.TrimStart('/')[Scheme.Length..].Split('/', 3);
        string? sample = parts switch
        {
            [var number] => samples.Find(StubRegistry.Peppol, number),
            [_, "services", var document] when document.Contains("Invoice-2::Invoice", StringComparison.Ordinal) => samples.Find(StubRegistry.Peppol, "invoice"),
            _ => null,
        };
        return sample is null ? new StubAnswer(404, "text/xml", NoSuchParticipant) : new StubAnswer(200, "text/xml", sample);
    }

    public static StubAnswer Directory(StubRequest request, ISampleSource samples)
    {
        if (request.Method != "GET" || request.Path != "/search/1.0/json")
            return StubAnswer.NotFound;
        string number = request.Query("participant").Split(':')[^1];
        return StubAnswer.Json(samples.Find(StubRegistry.PeppolDirectory, number) ?? """{"version":"1.0","total-result-count":0,"matches":[]}""");
    }
}
