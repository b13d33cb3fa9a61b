using Monitor.Shared.Domain;

namespace Monitor.Functions.Dashboard.Assets;

/// <summary>Every file that pages load. Others, even embedded ones, are not served.</summary>
internal static class AssetFiles
{
    private const int HashLength = 16;

    private static readonly AssetFile DesignSystem = Vendored("designsystemet", "1.22.0", "designsystemet.css", "text/css");
    private static readonly AssetFile Font = Vendored("inter", "5.3.0", "inter.woff2", "font/woff2");
    private static readonly AssetFile Theme = Own("theme.css", "text/css");
    private static readonly AssetFile Style = Own("monitor.css", "text/css");

    /// <summary>The icon in the browser's tab.</summary>
    public static AssetFile Icon { get; } = Own("icon.svg", "image/svg+xml");

    /// <summary>The style sheets, in the order they are linked.</summary>
    public static IReadOnlyList<AssetFile> Styles { get; } = [DesignSystem, Theme, Style];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<AssetFile> All { get; } = [.. Styles, Icon, Font];

    /// <summary>The file at a path, or null.</summary>
    public static AssetFile? Find(string version, string name) => All.FirstOrDefault(f => f.Version == version && f.Name == name);

    private static AssetFile Vendored(string package, string version, string name, string type) =>
        new($"{package}-{version}", name, type, Read($"{package}/{version}/{name}"));

    private static AssetFile Own(string name, string type)
    {
        byte[] content = Read($"monitor/{name}");
        return new AssetFile("monitor-" + Base32.Hash(content)[..HashLength], name, type, content);
    }

    private static byte[] Read(string name)
    {
        using Stream stream = typeof(AssetFiles).Assembly.GetManifestResourceStream("assets/" + name)
            ?? throw new InvalidOperationException($"The assembly lacks the asset {name}.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
