namespace Monitor.Shared.Domain;

/// <summary>A text in every language we speak.</summary>
/// <param name="Nb">Bokmål.</param>
/// <param name="Nn">Nynorsk.</param>
/// <param name="En">English.</param>
public sealed record LocalizedText(string Nb, string Nn, string En)
{
    /// <summary>The text in one language.</summary>
    public string In(Language language) => language switch
    {
        Language.Nn => Nn,
        Language.En => En,
        _ => Nb,
    };
}
