namespace Monitor.Functions.Dashboard.Assets;

/// <summary>A file that pages load, embedded in the assembly.</summary>
/// <param name="Version">The package and its version, or the hash of what is our own: what stands at a path never changes.</param>
/// <param name="Name">The file's name.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record AssetFile(string Version, string Name, string ContentType, byte[] Content)
{
    public string Path => $"/assets/{Version}/{Name}";
}
