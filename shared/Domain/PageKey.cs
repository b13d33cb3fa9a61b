namespace Monitor.Shared.Domain;

/// <summary>Row keys of a scan's pages: the hash of the canonical URL, with <c>|2</c> behind it for the second look.</summary>
public static class PageKey
{
    private const string SecondLookSuffix = "|2";

    /// <summary>The key of a page's first look.</summary>
    /// <param name="canonicalUrl">The page's canonical URL.</param>
    public static string For(string canonicalUrl) => Base32.Hash(canonicalUrl);

    /// <summary>The key of the same page's second look.</summary>
    public static string SecondLook(string pageKey) => First(pageKey) + SecondLookSuffix;

    /// <summary>Whether the key is that of a second look.</summary>
    public static bool IsSecondLook(string pageKey) => pageKey.EndsWith(SecondLookSuffix, StringComparison.Ordinal);

    /// <summary>The key of the first look that a key belongs to.</summary>
    public static string First(string pageKey) => IsSecondLook(pageKey) ? pageKey[..^SecondLookSuffix.Length] : pageKey;
}
