using Microsoft.AspNetCore.Http;

namespace Monitor.Functions.Dashboard.Components;

/// <summary>What a form's fields hold, and what is wrong with them. What was typed is kept when it is wrong.</summary>
public sealed class FormState
{
    private readonly Dictionary<string, string> values;
    private readonly Dictionary<string, string> errors = new(StringComparer.Ordinal);

    /// <summary>A form with the values given.</summary>
    public FormState(params IEnumerable<(string Field, string? Value)> values) =>
        this.values = values.ToDictionary(v => v.Field, v => v.Value ?? "", StringComparer.Ordinal);

    /// <summary>A form as it was sent: the named fields, white space at the ends taken off.</summary>
    public FormState(IFormCollection sent, params IEnumerable<string> fields)
        : this(fields.Select(f => (f, (string?)sent[f].ToString().Trim())))
    {
    }

    /// <summary>Keys of the texts of what is wrong, by field, in the order they were found.</summary>
    public IReadOnlyDictionary<string, string> Errors => errors;

    /// <summary>Whether nothing is wrong.</summary>
    public bool Valid => errors.Count == 0;

    /// <summary>What a field holds; empty for nothing.</summary>
    public string this[string field] => values.GetValueOrDefault(field, "");

    /// <summary>Whether a box was ticked.</summary>
    public bool Ticked(string field) => this[field] is "on" or "true";

    /// <summary>The key of the text of what is wrong with a field; null when nothing is.</summary>
    public string? Error(string field) => errors.GetValueOrDefault(field);

    /// <summary>Says what is wrong with a field; the first thing said stands.</summary>
    public void Refuse(string field, string textKey) => errors.TryAdd(field, textKey);

    /// <summary>Refuses an empty field.</summary>
    public void Require(string field, string textKey)
    {
        if (this[field].Length == 0)
            Refuse(field, textKey);
    }
}
