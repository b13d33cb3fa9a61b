namespace Monitor.Crawlers.Registries.Links;

/// <summary>What became of a link out of a registry.</summary>
internal enum LinkState
{
    /// <summary>It answers 2xx.</summary>
    Answers,

    /// <summary>It is dead for good: 404, 410, or its host's name does not exist.</summary>
    Dead,

    /// <summary>Anything else, not having been asked included: nobody can tell.</summary>
    Unknown,
}
