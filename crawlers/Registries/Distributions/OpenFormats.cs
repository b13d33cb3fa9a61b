using Monitor.Crawlers.Registries.Resources;
using Monitor.Shared.Domain;

namespace Monitor.Crawlers.Registries.Distributions;

/// <summary>Which formats a machine reads, and which licences are open: lists as data (docs/registries.md). Pure.</summary>
internal static class OpenFormats
{
    private const string MediaTypes = "/media-types/";
    private static readonly Lists Known = EmbeddedData.Read<Lists>(typeof(OpenFormats), "formats.data.json");

    /// <summary>Whether a distribution says that it is in a format a machine reads.</summary>
    public static bool IsMachineReadable(Distribution distribution) => distribution.Formats.Any(IsMachineReadable);

    /// <summary>Whether a distribution names a licence that is known and open.</summary>
    public static bool IsOpen(Distribution distribution) => distribution.Licences.Any(l => Known.Licences.Contains(Bare(l)));

    private static bool IsMachineReadable(string format)
    {
        string name = format.Trim().ToLowerInvariant();
        int list = name.IndexOf(MediaTypes, StringComparison.Ordinal);
        string mediaType = (list < 0 ? name : name[(list + MediaTypes.Length)..]).Split(';')[0].Trim();
        if (Known.MediaTypes.Contains(mediaType))
            return true;
        string fileType = name.TrimEnd('/');
        fileType = fileType[(fileType.LastIndexOf('/') + 1)..];
        return Known.FileTypes.Contains(fileType.Replace('-', '_').Replace(' ', '_'));
    }

    /// <summary>Without what is written in several ways: scheme, www, a slash or a deed's language at the end.</summary>
    private static string Bare(string licence)
    {
        string bare = licence.Trim().ToLowerInvariant();
        bare = bare[(bare.IndexOf("://", StringComparison.Ordinal) is var at and >= 0 ? at + 3 : 0)..];
        bare = bare.StartsWith("www.", StringComparison.Ordinal) ? bare[4..] : bare;
        int deed = bare.IndexOf("/deed", StringComparison.Ordinal);
        int code = bare.IndexOf("/legalcode", StringComparison.Ordinal);
        int end = deed >= 0 ? deed : code >= 0 ? code : bare.Length;
        return bare[..end].TrimEnd('/');
    }

    private sealed record Lists(HashSet<string> FileTypes, HashSet<string> MediaTypes, HashSet<string> Licences);
}
