namespace Monitor.Crawlers.Registries.Peppol;

/// <summary>A participant as its provider lists it (SMP's ServiceGroup).</summary>
/// <param name="Provider">The provider's address.</param>
/// <param name="Documents">What it receives: whole document identifiers, with the address of each one's metadata.</param>
internal sealed record PeppolParticipant(string Provider, IReadOnlyDictionary<string, string> Documents);
