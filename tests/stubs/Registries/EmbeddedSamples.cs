namespace Monitor.Stubs.Registries;

/// <summary>Samples of our own, written to the registries' contracts; they ship inside this assembly.</summary>
public sealed class EmbeddedSamples : ISampleSource
{
    private static readonly string[] Endings = ["json", "xml", "html"];

    /// <inheritdoc/>
    public string? Find(StubRegistry registry, string name)
    {
        Stream? found = Endings
            .Select(e => typeof(EmbeddedSamples).Assembly.GetManifestResourceStream($"Monitor.Stubs.Samples.{registry}.{name}.{e}"))
            .FirstOrDefault(s => s is not null);
        if (found is null)
            return null;
        using var reader = new StreamReader(found);
        return reader.ReadToEnd();
    }
}
