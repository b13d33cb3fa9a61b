namespace Monitor.Crawlers.Registries.Resources;

/// <summary>How the catalogue describes one dataset or service.</summary>
/// <param name="Uri">Its IRI.</param>
/// <param name="Title">Its title, in Norwegian where there is one; null without.</param>
/// <param name="Missing">Mandatory properties that it lacks, by the names of the profile, e.g. <c>dcat:theme</c>.</param>
/// <param name="Distributions">A dataset's distributions.</param>
/// <param name="Pages">A service's own pages.</param>
internal sealed record Description(
    string Uri, string? Title, IReadOnlyList<string> Missing, IReadOnlyList<Distribution> Distributions, IReadOnlyList<string> Pages);

/// <summary>One distribution of a dataset.</summary>
/// <param name="Addresses">Where the data are: its download addresses, else its access addresses.</param>
/// <param name="Formats">Formats and media types, as written: IRIs or names.</param>
/// <param name="Licences">Licences, as written.</param>
internal sealed record Distribution(IReadOnlyList<string> Addresses, IReadOnlyList<string> Formats, IReadOnlyList<string> Licences);
