using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Functions.Http;

/// <summary>Which page of a listing is asked for: <c>?limit=100&amp;continuationToken=</c>.</summary>
/// <param name="Limit">Items at most, 1 to 1000.</param>
/// <param name="Token">From the page before; null for the first.</param>
internal sealed record Paging(int Limit, string? Token)
{
    private const int DefaultLimit = 100;
    private const int MaxLimit = 1000;

    private static readonly LocalizedText BadLimit = new(
        "Oppgi et helt tall fra 1 til 1000.", "Oppgi eit heilt tal frå 1 til 1000.", "Give a whole number from 1 to 1000.");

    private static readonly LocalizedText BadToken = new(
        "Bruk lenken «next» slik den sto i forrige svar.", "Bruk lenkja «next» slik ho stod i førre svaret.", "Use the link “next” as it stood in the answer before.");

    /// <summary>Why a token that is not ours is refused.</summary>
    public static ProblemResult TokenRefused => new(Problems.Invalid) { Errors = [new ProblemError("continuationToken", "invalid", BadToken)] };

    /// <summary>Reads the query.</summary>
    public static bool TryRead(HttpRequest request, [NotNullWhen(true)] out Paging? paging, [NotNullWhen(false)] out IResult? refusal)
    {
        (paging, refusal) = (null, null);
        string? limit = request.Query["limit"];
        int count = DefaultLimit;
        if (limit is { Length: > 0 } && (!int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out count) || count is < 1 or > MaxLimit))
        {
            refusal = new ProblemResult(Problems.Invalid) { Errors = [new ProblemError("limit", "outOfRange", BadLimit)] };
            return false;
        }
        string? token = request.Query["continuationToken"];
        paging = new Paging(count, string.IsNullOrEmpty(token) ? null : token);
        return true;
    }

    /// <summary>
    /// Answers with a page of rows that pass a filter. It may hold fewer than the limit while more follow, but never none:
    /// what tells the end is that no next page is named.
    /// </summary>
    public static async Task<IResult> ListAsync<TRow, TView>(
        HttpRequest request, Func<Paging, Task<RowPage<TRow>>> read, Func<TRow, bool> filter, Func<TRow, TView> view, Language? language = null)
        where TRow : Row
    {
        if (!TryRead(request, out Paging? paging, out IResult? refusal))
            return refusal;
        try
        {
            TView[] items;
            RowPage<TRow> page;
            do
            {
                page = await read(paging);
                items = [.. page.Rows.Where(filter).Select(view)];
                paging = paging with { Token = page.ContinuationToken };
            }
            while (items.Length == 0 && paging.Token is not null);
            return List(request, items, paging.Token, language);
        }
        catch (FormatException) when (paging.Token is not null)
        {
            return TokenRefused;
        }
    }

    /// <summary>Answers with one page.</summary>
    public static JsonAnswer List<TView>(HttpRequest request, IReadOnlyList<TView> items, string? next, Language? language = null) =>
        List(request, new ListView<TView>(items), next, language);

    /// <summary>Answers with one page of a listing that tells more than its items.</summary>
    public static JsonAnswer List(HttpRequest request, object view, string? next, Language? language = null) =>
        new(view) { Next = next is null ? null : NextLink(request, next), Language = language };

    private static string NextLink(HttpRequest request, string token)
    {
        var query = request.Query.Where(q => q.Key != "continuationToken").ToDictionary(q => q.Key, q => q.Value);
        query["continuationToken"] = token;
        return QueryHelpers.AddQueryString(request.Path, query);
    }
}

/// <summary>One page of a listing; the next is named in the <c>Link</c> header.</summary>
/// <param name="Items">The items.</param>
public sealed record ListView<TView>(IReadOnlyList<TView> Items);
