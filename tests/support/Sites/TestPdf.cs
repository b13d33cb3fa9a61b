using System.Globalization;
using System.Text;

namespace Monitor.Tests.Support.Sites;

/// <summary>A PDF written by hand, byte for byte as a test wants it: good in all that is judged unless the test takes something away.</summary>
public sealed record TestPdf
{
    /// <summary>Two tags that refer to the first page: a heading and a list.</summary>
    public const string Tags = "<</Type/StructTreeRoot/K[<</S/H1/K 0>><</S/L/K[<</S/LI/K 1>>]>>]>>";

    /// <summary>A picture that covers its page.</summary>
    public const string Scan = "q 595 0 0 842 0 0 cm /Im Do Q";

    public string Title { get; init; } = "/Title(Budsjett 2024)";

    public string Dates { get; init; } = "/CreationDate(D:20230301120000+01'00')/ModDate(D:20230302)";

    public string Language { get; init; } = "/Lang(nb-NO)";

    public string Mark { get; init; } = "/MarkInfo<</Marked true>>";

    public string? TagTree { get; init; } = Tags;

    /// <summary>More entries of the catalog.</summary>
    public string Catalog { get; init; } = "";

    /// <summary>More entries of the page tree's root.</summary>
    public string? PageTree { get; init; }

    /// <summary>What draws each page.</summary>
    public IReadOnlyList<string> Pages { get; init; } = [Page(), Page(), Page()];

    /// <summary>Further objects, from number 100 on, as they are written.</summary>
    public IReadOnlyList<string> More { get; init; } = [];

    /// <summary>A page of a heading and running text.</summary>
    public static string Page(params string[] more) => Drawn([(20, "Et kapittel"), .. Enumerable.Range(0, 12).Select(_ => (11, "Kommunen legger fram et budsjett i balanse for neste planperiode.")), .. more.Select(m => (11, m))]);

    /// <summary>Lines of text, each in its size.</summary>
    public static string Drawn(params (int Size, string Text)[] lines) =>
        $"BT 50 800 Td {string.Join(' ', lines.Select(l => $"/F {l.Size} Tf 0 -{l.Size + 4} Td ({l.Text}) Tj"))} ET";

    /// <summary>A stream as an object, its entries written by the test.</summary>
    public static string Stream(ReadOnlySpan<byte> bytes, string entries = "") =>
        $"<<{entries}/Length {bytes.Length}>>stream\n{Encoding.Latin1.GetString(bytes)}\nendstream";

    public byte[] Build()
    {
        var objects = new SortedDictionary<int, string>
        {
            [1] = $"<</Type/Catalog/Pages 2 0 R{Language}{Mark}{(TagTree is null ? "" : "/StructTreeRoot 6 0 R")}{Catalog}>>",
            [2] = $"<</Type/Pages{PageTree ?? $"/Count {Pages.Count}/Kids[{string.Join(' ', Pages.Select((_, i) => $"{10 + (2 * i)} 0 R"))}]"}>>",
            [3] = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
            [4] = $"<<{Title}{Dates}>>",
            [5] = Stream([0], "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"),
        };
        if (TagTree is not null)
            objects[6] = TagTree;
        for (int i = 0; i < Pages.Count; i++)
        {
            objects[10 + (2 * i)] = $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {11 + (2 * i)} 0 R/Resources<</Font<</F 3 0 R>>/XObject<</Im 5 0 R/Fm 100 0 R/Fn 101 0 R>>>>>>";
            objects[11 + (2 * i)] = Stream(Encoding.Latin1.GetBytes(Pages[i]));
        }
        for (int i = 0; i < More.Count; i++)
            objects[100 + i] = More[i];
        return Write(objects);
    }

    private static byte[] Write(SortedDictionary<int, string> objects)
    {
        var file = new StringBuilder("%PDF-1.7\n");
        var references = new StringBuilder("xref\n0 1\n0000000000 65535 f \n");
        foreach ((int number, string value) in objects)
        {
            references.Append(CultureInfo.InvariantCulture, $"{number} 1\n{file.Length:D10} 00000 n \n");
            file.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{value}\nendobj\n");
        }
        int start = file.Length;
        file.Append(references).Append(CultureInfo.InvariantCulture, $"trailer<</Size {objects.Keys.Max() + 1}/Root 1 0 R/Info 4 0 R>>\nstartxref\n{start}\n%%EOF");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
