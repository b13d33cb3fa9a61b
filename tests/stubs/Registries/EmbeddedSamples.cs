namespace Monitor.Stubs.Registries;

/// <summary>Samples of our own, written to the registries' contracts; they ship inside this assembly.</summary>
public sealed class EmbeddedSamples : ISampleSource
{
    /// <inheritdoc/>
    public string? Find(StubRegistry registry, string name)
    {
        using Stream? stream = typeof(EmbeddedSamples).Assembly.GetManifestResourceStream($"Monitor.Stubs.Samples.{registry}.{name}.json");
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
