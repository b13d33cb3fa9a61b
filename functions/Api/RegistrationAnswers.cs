using Microsoft.AspNetCore.Http;
using Monitor.Functions.Http;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Regulations;

namespace Monitor.Functions.Api;

/// <summary>How the registers' refusals are told over HTTP: what is wrong, and what to do.</summary>
internal static class RegistrationAnswers
{
    /// <summary>That an address may not be scanned. Says no more, on purpose: which inner addresses answer is nobody's business.</summary>
    public static LocalizedText AddressNotAllowed { get; } = new("Adressen er ikke tillatt.", "Adressa er ikkje tillaten.", "The address is not allowed.");

    /// <summary>The answer to a refusal.</summary>
    /// <param name="problems">What a register said; at least one.</param>
    /// <param name="duplicate">What it means here that something is registered already.</param>
    public static IResult Refuse(IReadOnlyList<RegistrationProblem> problems, Problem duplicate)
    {
        if (problems.Any(p => p.Code == ProblemCodes.NotFound))
            return new ProblemResult(Problems.NotFound);
        if (problems.Any(p => p.Code == ProblemCodes.Changed))
            return new ProblemResult(Problems.VersionOutdated);
        if (problems.Any(p => p.Code == ProblemCodes.Erasing))
            return new ProblemResult(Http.Problems.AgencyErasing);
        if (problems.Any(p => p.Code == ProblemCodes.Duplicate))
            return new ProblemResult(duplicate);
        return new ProblemResult(Problems.Invalid) { Errors = [.. problems.Select(p => new ProblemError($"#/{p.Field}", p.Code, TextOf(p.Code)))] };
    }

    private static LocalizedText TextOf(string code) => code switch
    {
        ProblemCodes.NameMissing => new("Oppgi et navn.", "Oppgi eit namn.", "Give a name."),
        ProblemCodes.NameTooLong => new(
            $"Navnet kan ha høyst {RegistrationLimits.NameCharacters} tegn.",
            $"Namnet kan ha høgst {RegistrationLimits.NameCharacters} teikn.",
            $"A name has at most {RegistrationLimits.NameCharacters} characters."),
        ProblemCodes.NameUnreadable => new(
            "Skriv navnet på én linje med vanlige tegn.", "Skriv namnet på éi linje med vanlege teikn.", "Write the name on one line in ordinary characters."),
        ProblemCodes.InvalidUrl => AddressNotAllowed,
        ProblemCodes.InvalidScopePath => new(
            "Oppgi en sti som begynner med / og som startsiden ligger under.",
            "Oppgi ein sti som byrjar med / og som startsida ligg under.",
            "Give a path that begins with / and that the start page is under."),
        ProblemCodes.UnknownRegulation => Regulations(),
        ProblemCodes.IntervalOutOfRange => WholeNumber(RegistrationLimits.MinIntervalHours, RegistrationLimits.MaxIntervalHours),
        ProblemCodes.MaxPagesOutOfRange => WholeNumber(1, RegistrationLimits.MaxPages),
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "No text for this code."),
    };

    private static LocalizedText Regulations()
    {
        string known = string.Join(", ", RegulationCatalogue.All.Select(r => r.Id));
        return new($"Oppgi en av {known}.", $"Oppgi ein av {known}.", $"Give one of {known}.");
    }

    private static LocalizedText WholeNumber(int min, int max) =>
        new($"Oppgi et helt tall fra {min} til {max}.", $"Oppgi eit heilt tal frå {min} til {max}.", $"Give a whole number from {min} to {max}.");
}
