namespace Monitor.Shared.Domain;

/// <summary>What a rule or a criterion came to; the five outcomes of W3C's EARL 1.0 (Outcome Value).</summary>
public enum Outcome
{
    /// <summary>Not carried out, with a reason beside it. Never clean.</summary>
    Untested,

    /// <summary>Nothing on the page that the rule applies to.</summary>
    Inapplicable,

    /// <summary>Every rule of ours ran and found nothing wrong. Never conformity.</summary>
    Passed,

    /// <summary>A person must look.</summary>
    CantTell,

    /// <summary>A fault without doubt.</summary>
    Failed,
}
