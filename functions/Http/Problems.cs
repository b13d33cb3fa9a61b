namespace Monitor.Functions.Http;

/// <summary>Every problem that we answer with. Codes are a contract: they may be added, never changed.</summary>
public static class Problems
{
    /// <summary>No key, or one that does not hold.</summary>
    public static Problem Unauthorized { get; } = new(401, "unauthorized", new(
        "Nøkkel mangler eller er ugyldig", "Nøkkel manglar eller er ugyldig", "The key is missing or not valid"), new(
        "Send nøkkelen i hodefeltet «Authorization: Bearer …».", "Send nøkkelen i hovudfeltet «Authorization: Bearer …».", "Send the key in the header “Authorization: Bearer …”."));

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
        "Innholdet kan være høyst 64\u00A0KB.", "Innhaldet kan vere høgst 64\u00A0KB.", "At most 64 KB are accepted."));

    /// <summary>A body that broke off, or that HTTP does not frame like that.</summary>
    public static Problem BrokenOff { get; } = new(400, "brokenOff", new("Innholdet kom ikke fram i sin helhet", "Innhaldet kom ikkje fram i det heile", "The content did not arrive as a whole"), new(
        "Send det på nytt.", "Send det på nytt.", "Send it again."));

    /// <summary>A form without a token of ours: from another site, or from before the sign-in.</summary>
    public static Problem FormRefused { get; } = new(400, "formRefused", new("Skjemaet kan ikke tas imot", "Skjemaet kan ikkje takast imot", "The form cannot be accepted"), new(
        "Skjemaet er utløpt. Gå tilbake, last siden på nytt og send inn igjen.", "Skjemaet er utgått. Gå tilbake, last sida på nytt og send inn igjen.", "The form has expired. Go back, reload the page and send it again."));

    /// <summary>Too many failed sign-ins.</summary>
    public static Problem TooManyAttempts { get; } = new(429, "tooManyAttempts", new("For mange forsøk", "For mange forsøk", "Too many attempts"), new(
        "Vent litt før du prøver igjen.", "Vent litt før du prøver igjen.", "Wait a while before you try again."));

    /// <summary>What was sent cannot be used; the errors say where and why.</summary>
    public static Problem Invalid { get; } = new(400, "invalid", new("Innholdet kan ikke brukes", "Innhaldet kan ikkje brukast", "The content cannot be used"), new(
        "Rett feilene som er listet opp, og send på nytt.", "Rett feila som er lista opp, og send på nytt.", "Correct the errors listed and send it again."));

    /// <summary>A body that is not JSON.</summary>
    public static Problem MediaType { get; } = new(415, "mediaType", new("Innholdet er ikke JSON", "Innhaldet er ikkje JSON", "The content is not JSON"), new(
        "Send «Content-Type: application/json».", "Send «Content-Type: application/json».", "Send “Content-Type: application/json”."));

    /// <summary>A write that does not say which version it was made to.</summary>
    public static Problem VersionMissing { get; } = new(428, "versionMissing", new("If-Match mangler", "If-Match manglar", "If-Match is missing"), new(
        "Hent ressursen først og send ETag-en i If-Match.", "Hent ressursen først og send ETag-en i If-Match.", "Read the resource first and send its ETag in If-Match."));

    /// <summary>A write to a version that no longer stands.</summary>
    public static Problem VersionOutdated { get; } = new(412, "versionOutdated", new("Ressursen er endret siden du hentet den", "Ressursen er endra sidan du henta han", "The resource has changed since you read it"), new(
        "Hent den på nytt, se hva som er endret, og prøv igjen.", "Hent han på nytt, sjå kva som er endra, og prøv igjen.", "Read it again, see what has changed, and try again."));

    /// <summary>The agency is registered already.</summary>
    public static Problem AgencyExists { get; } = new(409, "agencyExists", new(
        "Virksomheten er allerede registrert", "Verksemda er allereie registrert", "The agency is registered already"));

    /// <summary>The agency is deregistered: nothing can be added to it.</summary>
    public static Problem AgencyDeregistered { get; } = new(409, "agencyDeregistered", new(
        "Virksomheten er avregistrert", "Verksemda er avregistrert", "The agency is deregistered"));

    /// <summary>The agency is being erased.</summary>
    public static Problem AgencyErasing { get; } = new(409, "agencyErasing", new("Virksomheten slettes", "Verksemda blir sletta", "The agency is being erased"), new(
        "Registrer den på nytt når slettingen er ferdig.", "Registrer henne på nytt når slettinga er ferdig.", "Register it again when the erasure is through."));

    /// <summary>A solution with that address is registered already.</summary>
    public static Problem SolutionExists { get; } = new(409, "solutionExists", new(
        "En løsning med denne adressen er allerede registrert", "Ei løysing med denne adressa er allereie registrert", "A solution with this address is registered already"));

    /// <summary>The solution is deregistered: it is not scanned.</summary>
    public static Problem SolutionDeregistered { get; } = new(409, "solutionDeregistered", new(
        "Løsningen er avregistrert", "Løysinga er avregistrert", "The solution is deregistered"));

    /// <summary>The agency has asked for the same today.</summary>
    public static Problem AskedAlready { get; } = new(409, "askedAlready", new(
        "Dere har allerede bedt om dette i dag", "De har allereie bede om dette i dag", "You have asked for this already today"));

    /// <summary>The task has been decided the other way.</summary>
    public static Problem TaskDecided { get; } = new(409, "taskDecided", new(
        "Oppgaven er allerede avgjort", "Oppgåva er allereie avgjord", "The task has been decided already"));

    /// <summary>What the task is about cannot be carried out any more.</summary>
    public static Problem TaskObsolete { get; } = new(409, "taskObsolete", new(
        "Det oppgaven gjelder, finnes ikke lenger", "Det oppgåva gjeld, finst ikkje lenger", "What the task is about no longer exists"), new(
        "Det er slettet, avsluttet eller gått ut siden. Avvis oppgaven; det en måling gikk glipp av, tar en ny måling.",
        "Det er sletta, avslutta eller gått ut sidan. Avvis oppgåva; det ei måling gjekk glipp av, tek ei ny måling.",
        "It has been erased, has ended or has expired since. Reject the task; what a scan missed takes a new scan."));

    /// <summary>The agency has used up its scans of the day.</summary>
    public static Problem ScanQuota { get; } = new(429, "scanQuota", new("Kvoten for målinger er brukt opp", "Kvoten for målingar er brukt opp", "The quota of scans is used up"), new(
        "Vent til det er gått et døgn siden den første målingen dere bestilte.", "Vent til det har gått eit døgn sidan den første målinga de bestilte.", "Wait until a day has passed since the first scan you ordered."));

    /// <summary>Nothing has been folded yet.</summary>
    public static Problem NotMeasuredYet { get; } = new(404, "notMeasuredYet", new("Ingen tall ennå", "Ingen tal enno", "No figures yet"), new(
        "Tallene lages hvert minutt. Prøv igjen om litt.", "Tala blir laga kvart minutt. Prøv igjen om litt.", "The figures are made every minute. Try again in a while."));
}
