namespace Monitor.Stubs.Registries;

/// <summary>Where links out of the catalogues lead: an address answers as the first part of its name says.</summary>
internal static class LinkStub
{
    public static StubAnswer Answer(StubRequest request, ISampleSource samples) => request.Path.TrimStart('/').Split('.', '/')[0] switch
    {
        "gone" => StubAnswer.Gone,
        "missing" => StubAnswer.NotFound,
        "locked" => StubAnswer.Refused(403, "Not for you."),
        "broken" => StubAnswer.Refused(500, "Broken."),
        _ => new StubAnswer(200, "text/csv", "a;b\n1;2\n"),
    };
}
