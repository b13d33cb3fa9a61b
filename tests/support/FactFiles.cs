using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Monitor.Shared.Domain;

namespace Monitor.Tests.Support;

/// <summary>What must hold of the sentences that evidence is made of, in every <c>facts.data.json</c> of an assembly.</summary>
public static partial class FactFiles
{
    private static readonly string[] English = [" the ", " and ", " with ", " of ", " is ", " not "];

    /// <summary>Every sentence with its file, and what is wrong with it: an empty text, other places than the others, or English where Norwegian is due.</summary>
    public static IReadOnlyList<string> Problems(Assembly assembly, out int sentences)
    {
        var problems = new List<string>();
        sentences = 0;
        foreach (string file in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".facts.data.json", StringComparison.Ordinal)))
        {
            using Stream stream = assembly.GetManifestResourceStream(file)!;
            foreach ((string key, LocalizedText text) in JsonSerializer.Deserialize<Dictionary<string, LocalizedText>>(stream, MonitorJson.Options)!)
            {
                sentences++;
                string where = $"{file} {key}";
                if (new[] { text.Nb, text.Nn, text.En }.Any(string.IsNullOrWhiteSpace))
                    problems.Add($"{where}: a language is missing");
                // The detail of a failure is told in English only.
                if (Places(text.Nb) != Places(text.Nn) || Places(text.Nb) != Places(text.En.Replace(" {detail}", "", StringComparison.Ordinal)))
                    problems.Add($"{where}: not the same places");
                if (English.Any(word => text.Nb.Contains(word, StringComparison.Ordinal) || text.Nn.Contains(word, StringComparison.Ordinal)))
                    problems.Add($"{where}: English in a Norwegian text");
            }
        }
        return problems;
    }

    private static string Places(string text) => string.Join(',', Place().Matches(text).Select(m => m.Value).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Place();
}
