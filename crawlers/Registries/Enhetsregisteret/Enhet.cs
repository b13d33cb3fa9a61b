using System.Text.Json.Serialization;

namespace Monitor.Crawlers.Registries.Enhetsregisteret;

/// <summary>The members we read of <c>GET /enheter/{orgnr}</c>; a deleted unit has little more than number, name, form and slettedato.</summary>
internal sealed record Enhet(
    [property: JsonPropertyName("organisasjonsnummer")] string? OrgNumber,
    [property: JsonPropertyName("navn")] string? Name,
    [property: JsonPropertyName("organisasjonsform")] EnhetCode? Form,
    [property: JsonPropertyName("institusjonellSektorkode")] EnhetCode? Sector,
    [property: JsonPropertyName("overordnetEnhet")] string? Parent,
    [property: JsonPropertyName("hjemmeside")] string? Website,
    [property: JsonPropertyName("slettedato")] string? Deleted,
    [property: JsonPropertyName("konkurs")] bool? Bankrupt,
    [property: JsonPropertyName("underAvvikling")] bool? WindingUp,
    [property: JsonPropertyName("underTvangsavviklingEllerTvangsopplosning")] bool? ForcedWindingUp);

/// <summary>A code of one of the register's lists.</summary>
internal sealed record EnhetCode([property: JsonPropertyName("kode")] string? Code);
