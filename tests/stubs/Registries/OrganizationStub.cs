namespace Monitor.Stubs.Registries;

/// <summary>The organisation catalogue's <c>GET /organizations/{orgnr}</c>; Turtle is what it answers without <c>Accept</c>.</summary>
internal static class OrganizationStub
{
    public static StubAnswer Answer(StubRequest request, ISampleSource samples)
    {
        string[] path = request.Path.Trim('/').Split('/');
        if (request.Method != "GET" || path is not ["organizations", { Length: 9 } number])
            return StubAnswer.NotFound;
        if (!request.Accept.Contains("application/json", StringComparison.Ordinal))
            return new StubAnswer(200, "text/turtle", "# The sample exists as JSON only.");
        return samples.Find(StubRegistry.OrganizationCatalog, number) is { } organization ? StubAnswer.Json(organization) : StubAnswer.NotFound;
    }
}
