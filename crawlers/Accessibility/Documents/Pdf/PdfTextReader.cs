using System.Text.RegularExpressions;
using UglyToad.PdfPig;

namespace Monitor.Crawlers.Accessibility.Documents.Pdf;

/// <summary>Reads what the first pages of a PDF show. A page that costs too much or is broken is left out and counted.</summary>
internal sealed partial class PdfTextReader(PdfDocument document, PdfLimits limits)
{
    // A caption, a page number or a stamp make no page of text.
    private const int LettersOfAText = 200;
    private const double CoversThePage = 0.8;
    private const double LargerThanText = 1.2;
    private const int LinesOfAList = 3;
    private const int LettersOfAHeading = 120;

    /// <summary>Reads it.</summary>
    public PdfText Read()
    {
        document.AddPageFactory<PdfPageFacts, PdfPageFactory>();
        List<PdfPageFacts> pages = [];
        int unread = 0;
        for (int number = 1; number <= Math.Min(document.NumberOfPages, limits.Pages); number++)
        {
            if (TryRead(number) is { } page)
                pages.Add(page);
            else
                unread++;
        }
        PdfPageFacts[] wordless = [.. pages.Where(p => p.Letters == 0)];
        return new PdfText(
            pages.Count, unread, pages.Count(p => p.Letters >= LettersOfAText), wordless.Length, wordless.Count(p => p.PictureShare >= CoversThePage),
            HasHeadings([.. pages.SelectMany(p => p.Lines)]), pages.Any(p => HasList(p.Lines)), pages.Any(p => p.Languages));
    }

    private PdfPageFacts? TryRead(int number)
    {
        try
        {
            return document.GetPage<PdfPageFacts>(number);
        }
        // Of any type: what a page's content makes of the parser says nothing of the others. What the whole document costs is noticed at the next page again.
        catch (Exception)
        {
            return null;
        }
    }

    private static bool HasHeadings(TextLine[] lines)
    {
        double text = lines.GroupBy(l => Math.Round(l.Size * 2)).OrderByDescending(g => g.Sum(l => l.Letters)).FirstOrDefault()?.Key / 2 ?? 0;
        return text > 0 && lines.Any(l => l.Size >= text * LargerThanText && l.Letters is >= LinesOfAList and <= LettersOfAHeading);
    }

    private static bool HasList(IReadOnlyList<TextLine> lines)
    {
        int row = 0;
        foreach (TextLine line in lines)
        {
            row = Item().IsMatch(line.Text) && !Entry().IsMatch(line.Text) ? row + 1 : 0;
            if (row == LinesOfAList)
                return true;
        }
        return false;
    }

    [GeneratedRegex(@"^\s*([•‣▪▫◦●○■□∙·–\u2043\uF0B7\uF0A7]|-\s|\(?[0-9]{1,2}[.)](?![0-9])|[a-zæøå]\))")]
    private static partial Regex Item();

    // In a table of contents.
    [GeneratedRegex(@"[.\s][0-9]+\s*$")]
    private static partial Regex Entry();
}
