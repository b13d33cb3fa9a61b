namespace Monitor.Crawlers.Registries.Resources;

/// <summary>One node of a graph.</summary>
/// <param name="Id">Its IRI, or a name of ours for a blank one.</param>
internal sealed record JsonLdNode(string Id)
{
    private readonly Dictionary<string, List<JsonLdValue>> properties = new(StringComparer.Ordinal);

    /// <summary>The IRIs of its types.</summary>
    public ISet<string> Types { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The values of a property; empty when it has none.</summary>
    public IReadOnlyList<JsonLdValue> this[string property] => properties.GetValueOrDefault(property) is { } values ? values : [];

    /// <summary>Whether a property has a value that says something.</summary>
    public bool Has(string property) => this[property].Any(v => !string.IsNullOrWhiteSpace(v.Text));

    internal void Add(string property, JsonLdValue value)
    {
        if (!properties.TryGetValue(property, out List<JsonLdValue>? values))
            properties[property] = values = [];
        values.Add(value);
    }
}

/// <summary>One value.</summary>
/// <param name="Text">The literal's text, or the IRI it refers to.</param>
/// <param name="IsReference">Whether it refers to a node.</param>
/// <param name="Language">The literal's language; null for none.</param>
internal sealed record JsonLdValue(string Text, bool IsReference, string? Language);
