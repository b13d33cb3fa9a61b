using System.Reflection;
using System.Text.RegularExpressions;
using Monitor.Shared.Alerts.Rendering;
using Monitor.Shared.Domain;
using Xunit;

namespace Monitor.Shared.Tests.Alerts;

public sealed class MailTextsTests
{
    [Fact]
    public void Every_text_stands_in_every_language_with_the_same_placeholders()
    {
        List<(string Name, LocalizedText Text)> texts = All();

        Assert.True(texts.Count > 40);
        Assert.All(texts, text =>
        {
            Assert.All(Languages.All, language => Assert.False(string.IsNullOrWhiteSpace(text.Text.In(language)), text.Name));
            Assert.Single(Languages.All.Select(language => Placeholders(text.Text.In(language))).Distinct());
        });
    }

    private static List<(string, LocalizedText)> All()
    {
        List<(string, LocalizedText)> all = [];
        foreach (PropertyInfo property in typeof(MailTexts).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetValue(MailTexts.All) is CountedText counted)
                all.AddRange([(property.Name, counted.One), (property.Name, counted.Other)]);
            else if (property.GetValue(MailTexts.All) is LocalizedText text)
                all.Add((property.Name, text));
        }
        return all;
    }

    private static string Placeholders(string text) => string.Join(' ', Regex.Matches(text, @"\{\d\}").Select(m => m.Value).Distinct().Order(StringComparer.Ordinal));
}
