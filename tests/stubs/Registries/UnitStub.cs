namespace Monitor.Stubs.Registries;

/// <summary>Enhetsregisteret's <c>GET /enheter/{orgnr}</c>: 200, also with slettedato; 410 removed; 404 unknown.</summary>
internal static class UnitStub
{
    public static StubAnswer Answer(StubRequest request, ISampleSource samples)
    {
        string[] path = request.Path.Trim('/').Split('/');
        if (request.Method != "GET" || path is not ["enheter", { Length: 9 } number])
            return StubAnswer.NotFound;
        if (number == StubAgencies.Removed.OrgNumber)
            return StubAnswer.Gone;
        return samples.Find(StubRegistry.Enhetsregisteret, number) is { } unit ? StubAnswer.Json(unit) : StubAnswer.NotFound;
    }
}
