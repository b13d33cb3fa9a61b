namespace Monitor.Crawlers.Accessibility.Templates;

/// <summary>An element as a finding remembers it.</summary>
/// <param name="Path">Its place in the template, see <see cref="Shared.Findings.Fingerprint"/>.</param>
/// <param name="Name">Its accessible name, at most 120 characters; null when it has none or could not be found again.</param>
/// <param name="Landmark">The role of the nearest landmark around it; null outside of any.</param>
/// <param name="Snippet">Its opening tag, at most 300 characters, without form values, text or addresses of people.</param>
internal sealed record ElementDescription(string Path, string? Name, string? Landmark, string Snippet)
{
    private const int NameLength = 120;
    private const int LandmarkLength = 30;
    private const int SnippetLength = 300;

    /// <summary>The same within its limits, whatever the page answered.</summary>
    public ElementDescription Shortened() => this with
    {
        Name = Shorten(Name, NameLength),
        Landmark = Shorten(Landmark, LandmarkLength),
        Snippet = Shorten(Snippet, SnippetLength)!,
    };

    private static string? Shorten(string? text, int length) => text?.Length > length ? text[..length] : text;
}
