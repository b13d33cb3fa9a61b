using Microsoft.AspNetCore.Http;
using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Functions.Http;

/// <summary>
/// Versions of what we answer with (RFC 9110 section 8.8.3). Storage's own tags are weak, and If-Match compares strongly, so ours are made from them.
/// </summary>
internal static class EntityTag
{
    /// <summary>The tag of a row's representation; one that has texts in it differs by language.</summary>
    public static string Of(Row row, Language? language = null) => Of(row.ETag.ToString(), language);

    /// <summary>The tag of a named version.</summary>
    public static string Of(string version, Language? language = null) =>
        $"\"{Base32.Hash(version)}{(language is { } spoken ? "." + spoken.Code() : "")}\"";

    /// <summary>The tag of bytes about to be sent.</summary>
    public static string Of(ReadOnlySpan<byte> content) => $"\"{Base32.Hash(content)[..26]}\"";

    /// <summary>Whether the client has this representation already.</summary>
    public static bool IsKnown(HttpRequest request, string tag) =>
        Listed(request.Headers.IfNoneMatch).Any(t => t == "*" || Strong(t) == tag);

    /// <summary>Holds a write against the version it was made to.</summary>
    /// <param name="request">The write.</param>
    /// <param name="tag">The version that stands.</param>
    /// <returns>Why the write is refused; null when it may go on.</returns>
    public static IResult? Refuse(HttpRequest request, string tag)
    {
        string[] expected = [.. Listed(request.Headers.IfMatch)];
        if (expected.Length == 0)
            return new ProblemResult(Problems.VersionMissing);
        // The language of what was read makes no other version of what is written.
        return expected.Any(t => t == "*" || t.Split('.')[0].Trim('"') == tag.Split('.')[0].Trim('"')) ? null : new ProblemResult(Problems.VersionOutdated);
    }

    private static IEnumerable<string> Listed(Microsoft.Extensions.Primitives.StringValues header) =>
        header.SelectMany(h => (h ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static string Strong(string tag) => tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag;
}
