using Monitor.Shared.Domain;

namespace Monitor.Crawlers.Accessibility.Checks;

/// <summary>One testable statement inside a check.</summary>
/// <param name="Id">Its stable id.</param>
/// <param name="Version">Its version: like is compared with like.</param>
/// <param name="Wcag">The success criteria it rests on, e.g. <c>1.1.1</c>.</param>
/// <param name="Texts">What is wrong when it fails, one short sentence.</param>
/// <param name="CanFail">Whether it can say failed; else it says at most that a person must look.</param>
public sealed record CheckRule(string Id, string Version, IReadOnlyList<string> Wcag, LocalizedText Texts, bool CanFail = true);
