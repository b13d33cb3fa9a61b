namespace Monitor.Functions.Http;

/// <summary>Every problem that we answer with. Codes are a contract: they may be added, never changed.</summary>
public static class Problems
{
    /// <summary>No key, or one that does not hold.</summary>
    public static Problem Unauthorized { get; } = new(401, "unauthorized", new(
        "Nøkkel mangler eller er ugyldig", "Nøkkel manglar eller er ugyldig", "The key is missing or not valid"), new(
        "Send nøkkelen i hodet «Authorization: Bearer …».", "Send nøkkelen i hovudet «Authorization: Bearer …».", "Send the key in the header “Authorization: Bearer …”."));

    /// <summary>Something only a supervisor may do.</summary>
    public static Problem Forbidden { get; } = new(403, "forbidden", new(
        "Nøkkelen gir ikke tilgang til dette", "Nøkkelen gir ikkje tilgang til dette", "The key does not allow this"), new(
        "Bare tilsynet kan gjøre dette.", "Berre tilsynet kan gjere dette.", "Only a supervisor may do this."));

    /// <summary>Not there, or not the caller's: the two look alike on purpose.</summary>
    public static Problem NotFound { get; } = new(404, "notFound", new("Finnes ikke", "Finst ikkje", "Not found"), new(
        "Adressen finnes ikke, eller du har ikke tilgang til den.", "Adressa finst ikkje, eller du har ikkje tilgang til henne.", "There is nothing at this address, or nothing that you may see."));

    /// <summary>Something of ours broke.</summary>
    public static Problem Failure { get; } = new(500, "failure", new("Noe gikk galt hos oss", "Noko gjekk gale hos oss", "Something went wrong on our side"), new(
        "Feilen er loggført. Prøv igjen om litt.", "Feilen er loggførd. Prøv igjen om litt.", "The error has been logged. Try again in a while."));

    /// <summary>The body is larger than we read.</summary>
    public static Problem TooLarge { get; } = new(413, "tooLarge", new("Innholdet er for stort", "Innhaldet er for stort", "The content is too large"), new(
        "Høyst 64 KB tas imot.", "Høgst 64 KB blir tekne imot.", "At most 64 KB are accepted."));

    /// <summary>A form without a token of ours: from another site, or from before the sign-in.</summary>
    public static Problem FormRefused { get; } = new(400, "formRefused", new("Skjemaet kan ikke tas imot", "Skjemaet kan ikkje takast imot", "The form cannot be accepted"), new(
        "Skjemaet er utløpt. Gå tilbake, last siden på nytt og send inn igjen.", "Skjemaet er utgått. Gå tilbake, last sida på nytt og send inn igjen.", "The form has expired. Go back, reload the page and send it again."));

    /// <summary>Too many failed sign-ins.</summary>
    public static Problem TooManyAttempts { get; } = new(429, "tooManyAttempts", new("For mange forsøk", "For mange forsøk", "Too many attempts"), new(
        "Vent litt før du prøver igjen.", "Vent litt før du prøver igjen.", "Wait a while before you try again."));
}
