using System.Globalization;

namespace Monitor.Shared.Domain;

/// <summary>The languages that the interface and the mails speak; bokmål where nothing else is asked for.</summary>
public enum Language
{
    /// <summary>Bokmål.</summary>
    Nb,

    /// <summary>Nynorsk.</summary>
    Nn,

    /// <summary>English.</summary>
    En,
}

/// <summary>Codes and cultures of <see cref="Language"/>.</summary>
public static class Languages
{
    /// <summary>All, bokmål first.</summary>
    public static IReadOnlyList<Language> All { get; } = [Language.Nb, Language.Nn, Language.En];

    /// <summary>The BCP 47 tag, which is also the first segment of the dashboard's paths.</summary>
    public static string Code(this Language language) => language switch
    {
        Language.Nn => "nn",
        Language.En => "en",
        _ => "nb",
    };

    /// <summary>The culture that texts, dates and numbers for people are formatted with.</summary>
    public static CultureInfo Culture(this Language language) => CultureInfo.GetCultureInfo(language switch
    {
        Language.Nn => "nn-NO",
        Language.En => "en-GB",
        _ => "nb-NO",
    });

    /// <summary>Reads a code; false for any other language.</summary>
    public static bool TryParse(string? code, out Language language)
    {
        (bool known, language) = code switch
        {
            "nb" => (true, Language.Nb),
            "nn" => (true, Language.Nn),
            "en" => (true, Language.En),
            _ => (false, Language.Nb),
        };
        return known;
    }
}
