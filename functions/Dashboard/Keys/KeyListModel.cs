using Monitor.Functions.Dashboard.Components;
using Monitor.Shared.Access;

namespace Monitor.Functions.Dashboard.Keys;

/// <summary>The keys, and the form that makes one.</summary>
/// <param name="Keys">One page of them.</param>
/// <param name="Next">What asks for the next page; null at the end.</param>
/// <param name="Form">The form.</param>
/// <param name="Made">The key just made, shown this once; null otherwise.</param>
public sealed record KeyListModel(IReadOnlyList<KeyRow> Keys, string? Next, FormState Form, NewKey? Made);
