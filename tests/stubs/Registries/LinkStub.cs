namespace Monitor.Stubs.Registries;

/// <summary>Where links out of the catalogues lead: a page of the samples, or an address that answers as the first part of its name says. And statements by uuid.</summary>
internal static class LinkStub
{
    private const string Html = "text/html; charset=utf-8";

    public static StubAnswer Answer(StubRequest request, ISampleSource samples)
    {
        string path = request.Path.TrimStart('/');
        if (samples.Find(StubRegistry.Links, path) is { } page)
            return new StubAnswer(200, Html, page);
        return path.Split('.', '/')[0] switch
        {
            "gone" => StubAnswer.Gone,
            "missing" => StubAnswer.NotFound,
            "locked" => StubAnswer.Refused(403, "Not for you."),
            "broken" => StubAnswer.Refused(500, "Broken."),
            _ => new StubAnswer(200, "text/csv", "a;b\n1;2\n"),
        };
    }

    public static StubAnswer Statement(StubRequest request, ISampleSource samples) =>
        request.Path.Trim('/').Split('/') is ["nb" or "nn" or "en", "erklaringer", "publisert", var id] && samples.Find(StubRegistry.Statements, id) is { } page
            ? new StubAnswer(200, Html, page)
            : new StubAnswer(404, Html, "<!doctype html><title>Finner ikke siden</title>");
}
