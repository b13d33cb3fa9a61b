using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Monitor.Crawlers.Accessibility.Documents.Pdf;

/// <summary>Reads a file's objects; what is not there, or of another type, is null.</summary>
internal sealed class PdfObjects(IPdfTokenScanner scanner)
{
    // More than a file that means no harm ever has between a name and its value.
    private const int MostReferences = 16;

    /// <summary>The value behind a reference, however many references lead to it.</summary>
    public IToken? Resolve(IToken? token)
    {
        for (int hops = 0; token is IndirectReferenceToken reference; hops++)
            token = hops < MostReferences ? scanner.Get(reference.Data)?.Data : null;
        return token;
    }

    /// <summary>An entry's value.</summary>
    public IToken? Find(DictionaryToken? dictionary, string name) => Resolve(dictionary?.Data.GetValueOrDefault(name));

    /// <summary>An entry that is a dictionary.</summary>
    public DictionaryToken? Dictionary(DictionaryToken? dictionary, string name) => Find(dictionary, name) as DictionaryToken;

    /// <summary>An entry that is a name.</summary>
    public string? Name(DictionaryToken? dictionary, string name) => (Find(dictionary, name) as NameToken)?.Data;

    /// <summary>An entry that is a text, not a blank one.</summary>
    public string? Text(DictionaryToken? dictionary, string name)
    {
        string? text = Find(dictionary, name) switch
        {
            StringToken literal => literal.Data,
            HexToken hex => hex.Data,
            _ => null,
        };
        text = text?.Trim('\0', '\uFEFF', ' ', '\t', '\r', '\n', '\u00A0');
        return string.IsNullOrEmpty(text) ? null : text;
    }

    /// <summary>Whether an entry is true.</summary>
    public bool IsTrue(DictionaryToken? dictionary, string name) => Find(dictionary, name) is BooleanToken { Data: true };
}
