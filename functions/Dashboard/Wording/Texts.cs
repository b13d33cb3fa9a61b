using System.Globalization;
using System.Resources;
using Monitor.Shared.Domain;

namespace Monitor.Functions.Dashboard.Wording;

/// <summary>The dashboard's words in one language: <c>Texts.resx</c> (bokmål), <c>Texts.nn.resx</c> and <c>Texts.en.resx</c>, complete or not at all.</summary>
public sealed class Texts
{
    private static readonly ResourceManager Resources = new(typeof(Texts));
    private static readonly Texts[] Each = [.. Languages.All.Select(l => new Texts(l))];
    private readonly CultureInfo words;
    private readonly CultureInfo numbers;

    private Texts(Language language)
    {
        words = CultureInfo.GetCultureInfo(language.Code());
        numbers = language.Culture();
    }

    /// <summary>The words of a language.</summary>
    public static Texts In(Language language) => Each[(int)language];

    /// <summary>A text.</summary>
    /// <exception cref="KeyNotFoundException">There is no such text: a bug, found by rendering every page in the tests.</exception>
    public string this[string key] => Find(key) ?? throw new KeyNotFoundException($"There is no text '{key}'.");

    /// <summary>A text with values in it; numbers are written as the language does.</summary>
    public string this[string key, params object?[] values] => string.Format(numbers, this[key], values);

    /// <summary>The text, or null: for codes that may be newer than the texts.</summary>
    public string? Find(string key) => Resources.GetString(key, words);

    /// <summary>A number with its noun: <c>key.One</c> for exactly one, else <c>key.Many</c>; the number is the first value.</summary>
    public string Count(string key, int number) => this[key + (number == 1 ? ".One" : ".Many"), number];

    /// <summary>The word for a value of an enum: <c>Type.Value</c>.</summary>
    public string Of<TEnum>(TEnum value) where TEnum : struct, Enum => this[$"{typeof(TEnum).Name}.{value}"];

    /// <summary>Why something was not measured or ended early, in words; a code without words is shown as it is.</summary>
    public string Reason(string code) => Find("Reason." + code) ?? this["Reason.Other", code];

    /// <summary>Why an obligation came to its outcome, in words; a code without words is shown as it is.</summary>
    public string ObligationReason(string code) => Find("ObligationReason." + code) ?? this["Reason.Other", code];

    /// <summary>Why nothing can be told of a criterion, or not without a person, in words; a code without words is shown as it is.</summary>
    public string CriterionReason(string code) => Find("CriterionReason." + code) ?? this["Reason.Other", code];
}
