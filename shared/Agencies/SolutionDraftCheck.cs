using Monitor.Shared.Regulations;

namespace Monitor.Shared.Agencies;

/// <summary>Checks what is asked for, all of it at once. Whether an address may be connected to is for the outbound guard to say, not for this.</summary>
public static class SolutionDraftCheck
{
    /// <summary>Everything wrong with the draft; empty when it can be registered.</summary>
    public static IReadOnlyList<RegistrationProblem> Problems(SolutionDraft draft)
    {
        List<RegistrationProblem> problems = [.. NameProblems(draft.Name)];
        Uri? url = TryUrl(draft.Url);
        if (url is null)
            problems.Add(new RegistrationProblem("url", ProblemCodes.InvalidUrl));
        if (!IsScope(draft.ScopePath) || url is not null && !url.AbsolutePath.StartsWith(draft.ScopePath, StringComparison.Ordinal))
            problems.Add(new RegistrationProblem("scopePath", ProblemCodes.InvalidScopePath));
        if (RegulationCatalogue.Find(draft.Regulation) is null)
            problems.Add(new RegistrationProblem("regulation", ProblemCodes.UnknownRegulation));
        if (draft.MaxPages is < 1 or > RegistrationLimits.MaxPages)
            problems.Add(new RegistrationProblem("maxPages", ProblemCodes.MaxPagesOutOfRange));
        if (draft.IntervalHours is < RegistrationLimits.MinIntervalHours or > RegistrationLimits.MaxIntervalHours)
            problems.Add(new RegistrationProblem("intervalHours", ProblemCodes.IntervalOutOfRange));
        return problems;
    }

    /// <summary>What is wrong with a name.</summary>
    internal static IEnumerable<RegistrationProblem> NameProblems(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
            yield return new RegistrationProblem("name", ProblemCodes.NameMissing);
        else if (name.Length > RegistrationLimits.NameCharacters)
            yield return new RegistrationProblem("name", ProblemCodes.NameTooLong);
        else if (name.Trim().Any(IsUnreadable))
            yield return new RegistrationProblem("name", ProblemCodes.NameUnreadable);
    }

    /// <summary>The address as it is stored: the host in its ASCII form, no fragment; null when it is none we could scan.</summary>
    internal static Uri? TryUrl(string text)
    {
        if (text.Length > RegistrationLimits.UrlCharacters
            || !Uri.TryCreate(text.Trim(), UriKind.Absolute, out Uri? url)
            || url.Scheme is not ("http" or "https")
            || url.Host.Length == 0 || url.UserInfo.Length > 0)
            return null;
        return new UriBuilder(url) { Host = url.IdnHost, Fragment = "" }.Uri;
    }

    // Names stand in lists, mails and terminals; what breaks or turns a line (Unicode TR 36 section 2.4) has no place in them.
    private static bool IsUnreadable(char c) =>
        char.IsControl(c) || c is '\u2028' or '\u2029' or '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static bool IsScope(string path) =>
        path.Length is > 0 and <= RegistrationLimits.UrlCharacters && path[0] == '/' && !path.Contains('?') && !path.Contains('#')
        && !path.Any(char.IsControl);
}
