using Monitor.Shared.Domain;

namespace Monitor.Crawlers.Web.Politeness;

/// <summary>
/// Finds the domain that somebody registered, by the algorithm of the Public Suffix List (https://github.com/publicsuffix/list/wiki/Format#algorithm).
/// Only its ICANN section is asked: the customers of one web host are one domain to us, which errs on the polite side.
/// </summary>
public static class RegistrableDomain
{
    private static readonly HashSet<string> Rules = [];
    private static readonly HashSet<string> Exceptions = [];

    static RegistrableDomain()
    {
        foreach ((string top, string suffixes) in EmbeddedData.Read<SuffixList>(typeof(RegistrableDomain), "public-suffixes.data.json").Suffixes)
        {
            foreach (string suffix in suffixes.Split(' '))
            {
                if (suffix.StartsWith('!'))
                    Exceptions.Add($"{suffix[1..]}.{top}");
                else
                    Rules.Add($"{suffix}.{top}");
            }
        }
    }

    /// <summary>The registrable domain of a host.</summary>
    /// <param name="host">A name in lower case, IDNs as A-labels, without the root's dot.</param>
    /// <returns>Null when the host is a public suffix itself, or no name.</returns>
    public static string? Of(string host)
    {
        string[] labels = host.Split('.');
        if (labels.Any(l => l.Length == 0))
            return null;
        int suffix = SuffixAt(labels);
        return suffix == 0 ? null : From(labels, suffix - 1);
    }

    /// <summary>Where the public suffix begins. An exception prevails, then the rule with most labels; a top-level domain is one without any rule.</summary>
    private static int SuffixAt(string[] labels)
    {
        for (int i = 0; i < labels.Length; i++)
        {
            if (Exceptions.Contains(From(labels, i)))
                return i + 1;
        }
        for (int i = 0; i < labels.Length - 1; i++)
        {
            if (Rules.Contains(From(labels, i)) || Rules.Contains($"*.{From(labels, i + 1)}"))
                return i;
        }
        return labels.Length - 1;
    }

    private static string From(string[] labels, int index) => string.Join('.', labels[index..]);

    private sealed record SuffixList(IReadOnlyDictionary<string, string> Suffixes);
}
