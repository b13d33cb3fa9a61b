using Microsoft.AspNetCore.Http;
using Monitor.Shared.Domain;

namespace Monitor.Functions.Http;

/// <summary>Gathers what is wrong with a body, so that its sender hears it all at once.</summary>
internal sealed class Faults
{
    private readonly List<ProblemError> errors = [];

    /// <summary>The answer to give; null when nothing is wrong.</summary>
    public IResult? Refusal => errors.Count == 0 ? null : new ProblemResult(Problems.Invalid) { Errors = errors };

    /// <summary>Notes a fault of a member.</summary>
    public void Add(string member, string code, LocalizedText detail) => errors.Add(new ProblemError($"#/{member}", code, detail));

    /// <summary>An organisation number that must be given.</summary>
    public OrgNumber? OrgNumber(string member, string? value)
    {
        if (Shared.Domain.OrgNumber.TryParse(value, out OrgNumber number))
            return number;
        Add(member, "orgNumber", new(
            "Et organisasjonsnummer har ni siffer, og det siste er et kontrollsiffer. Slå opp nummeret på brreg.no.",
            "Eit organisasjonsnummer har ni siffer, og det siste er eit kontrollsiffer. Slå opp nummeret på brreg.no.",
            "An organisation number has nine digits, and the last is a check digit. Look it up on brreg.no."));
        return null;
    }

    /// <summary>A text that must be given.</summary>
    public string Text(string member, string? value, int max)
    {
        string text = value?.Trim() ?? "";
        if (text.Length == 0 || text.Length > max || text.Any(char.IsControl))
            AddText(member, max);
        return text;
    }

    /// <summary>Notes that a member is no text that can be kept.</summary>
    public void AddText(string member, int max) => Add(member, "text", new(
        $"Oppgi en tekst på høyst {max} tegn.", $"Oppgi ein tekst på høgst {max} teikn.", $"Give a text of at most {max} characters."));
}
