using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Monitor.Crawlers.Accessibility.Documents.Pdf;

/// <summary>Walks the tag tree (ISO 32000-1, 14.7) without recursion, each object once.</summary>
internal sealed class PdfTagReader(PdfObjects objects, PdfLimits limits)
{
    private const int MostRoles = 16;

    private readonly HashSet<IndirectReference> seen = [];
    private readonly Stack<IToken> left = new();
    private PdfTags tags = PdfTags.None;

    /// <summary>Reads them.</summary>
    public PdfTags Read(DictionaryToken catalog)
    {
        tags = tags with { Marked = objects.IsTrue(objects.Dictionary(catalog, "MarkInfo"), "Marked") };
        DictionaryToken? root = objects.Dictionary(catalog, "StructTreeRoot");
        // One that is named and can't be had is not the same as none.
        if (root is null)
            return tags with { Complete = !catalog.Data.ContainsKey("StructTreeRoot") };

        DictionaryToken? roles = objects.Dictionary(root, "RoleMap");
        Push(root.Data.GetValueOrDefault("K"));
        int read = 0;
        while (left.TryPop(out IToken? next))
        {
            if (read++ == limits.Tags)
                return tags with { Complete = false };
            if (next is IndirectReferenceToken reference && !seen.Add(reference.Data))
                continue;
            Note(objects.Resolve(next), roles);
        }
        return tags;
    }

    private void Note(IToken? token, DictionaryToken? roles)
    {
        switch (token)
        {
            case NumericToken:
                tags = tags with { Any = true };
                break;
            case ArrayToken array:
                foreach (IToken kid in array.Data)
                    Push(kid);
                break;
            case DictionaryToken node when objects.Name(node, "Type") is "MCR" or "OBJR":
                tags = tags with { Any = true };
                break;
            case DictionaryToken element:
                string? role = RoleOf(objects.Name(element, "S"), roles);
                tags = tags with
                {
                    Headings = tags.Headings || IsHeading(role),
                    Lists = tags.Lists || role is "L" or "LI",
                    Alternatives = tags.Alternatives || objects.Text(element, "Alt") is not null || objects.Text(element, "ActualText") is not null,
                    Languages = tags.Languages || objects.Text(element, "Lang") is not null,
                };
                Push(element.Data.GetValueOrDefault("K"));
                break;
            default:
                // Named and not there, or of no known kind: there may be more than we see.
                tags = tags with { Complete = false };
                break;
        }
    }

    private void Push(IToken? token)
    {
        if (token is not (null or NullToken))
            left.Push(token);
    }

    private string? RoleOf(string? name, DictionaryToken? roles)
    {
        for (int i = 0; i < MostRoles && name is not null && !IsHeading(name) && name is not ("L" or "LI") && objects.Name(roles, name) is { } mapped; i++)
            name = mapped;
        return name;
    }

    // PDF 2.0 has headings of any level.
    private static bool IsHeading(string? role) => role is ['H', .. string level] && level.All(char.IsAsciiDigit);
}
