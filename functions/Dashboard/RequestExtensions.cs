using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Monitor.Functions.Dashboard;

/// <summary>Reads what pages take in their query.</summary>
internal static class RequestExtensions
{
    /// <summary>The page of a list that is asked for, from 1.</summary>
    public static int PageNumber(this HttpRequest request) =>
        int.TryParse(request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out int page) ? page : 1;

    /// <summary>The continuation token that came with a link of ours; null for the first page.</summary>
    public static string? After(this HttpRequest request) => request.Query["after"].ToString() is { Length: > 0 } token ? token : null;
}
