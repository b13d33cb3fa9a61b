using System.Globalization;
using System.Net.Http.Headers;

namespace Monitor.Crawlers.Web.Fetching;

/// <summary>Reads Retry-After, which holds seconds or a date (RFC 9110 section 10.2.3).</summary>
public static class RetryAfter
{
    /// <summary>The longest that is granted: what asks for more is a mistake, or would keep a site from ever being measured.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>How long a site asks us to stay away, at most a day.</summary>
    /// <param name="header">The header's value; null where there was none.</param>
    /// <param name="now">What a date is counted from.</param>
    /// <returns>Zero for a date that is past; null for what is neither seconds nor a date.</returns>
    public static TimeSpan? Read(string? header, DateTimeOffset now)
    {
        string value = header?.Trim() ?? "";
        if (value.Length > 0 && value.All(char.IsAsciiDigit))
        {
            // As many digits as anybody likes.
            bool fits = long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) && seconds < (long)Longest.TotalSeconds;
            return fits ? TimeSpan.FromSeconds(seconds) : Longest;
        }
        if (!RetryConditionHeaderValue.TryParse(value, out RetryConditionHeaderValue? asked) || asked.Date is not { } date)
            return null;
        TimeSpan wait = date - now;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait < Longest ? wait : Longest;
    }
}
