using System.Globalization;

namespace Monitor.Crawlers.Accessibility.Documents;

/// <summary>
/// Whether a document is of those that the Norwegian supervisor counts: published from 1 February 2022 on, or needed in an active administrative process
/// (the exception of Directive (EU) 2016/2102, article 1 no. 4 a). The latter nobody can tell from outside.
/// </summary>
internal enum PublicationAge
{
    /// <summary>Nothing tells.</summary>
    Unknown,

    /// <summary>A date of it is earlier. It may have been published later, or be needed all the same.</summary>
    Before,

    /// <summary>It says of itself that it was made since, and nothing contradicts it.</summary>
    Since,
}

/// <summary>Tells a document's age.</summary>
internal static class PublicationDates
{
    /// <summary>The day the duty began.</summary>
    public static readonly DateOnly Gate = new(2022, 2, 1);

    /// <summary>Judges its dates.</summary>
    /// <param name="own">When it says that it was made and changed.</param>
    /// <param name="lastModified">What the server says. A later date proves nothing: servers are moved, and their files with them.</param>
    /// <param name="today">Dates after it are wrong, and say nothing.</param>
    public static PublicationAge Judge(IReadOnlyList<DateOnly> own, string? lastModified, DateOnly today)
    {
        DateOnly? served = DateTimeOffset.TryParseExact(lastModified, "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset at)
            ? DateOnly.FromDateTime(at.UtcDateTime)
            : null;
        if (own.Any(d => d < Gate) || served < Gate)
            return PublicationAge.Before;
        return own.Count > 0 && own.All(d => d <= today.AddDays(1)) ? PublicationAge.Since : PublicationAge.Unknown;
    }
}
