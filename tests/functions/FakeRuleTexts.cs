using Monitor.Shared.Domain;
using Monitor.Shared.Scans;

namespace Monitor.Functions.Tests;

/// <summary>The text of one rule, so that tests need no check.</summary>
internal sealed class FakeRuleTexts : IRuleTexts
{
    public LocalizedText? Find(string check, string rule) => (check, rule) == ("axe", "image-alt")
        ? new LocalizedText("Bildet mangler alternativ tekst", "Biletet manglar alternativ tekst", "The image has no text alternative")
        : null;
}
