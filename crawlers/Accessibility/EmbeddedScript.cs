namespace Monitor.Crawlers.Accessibility;

/// <summary>Scripts that run in the page; each is a file of its own beside the type that uses it.</summary>
internal static class EmbeddedScript
{
    /// <summary>Reads the file that stands beside a type.</summary>
    /// <exception cref="InvalidOperationException">The assembly was built without it.</exception>
    public static string Read(Type beside, string file)
    {
        using Stream stream = beside.Assembly.GetManifestResourceStream(beside, file)
            ?? throw new InvalidOperationException($"{beside.Assembly.GetName().Name} lacks {file}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
