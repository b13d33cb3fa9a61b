namespace Monitor.Crawlers.Accessibility.Documents.Pdf;

/// <summary>What one page shows.</summary>
/// <param name="Letters">Its letters and digits, those under a scanned picture included.</param>
/// <param name="PictureShare">How much of it its pictures cover, at most 1.</param>
/// <param name="Lines">Its lines, as they are drawn.</param>
/// <param name="Languages">Whether a passage names its language.</param>
internal sealed record PdfPageFacts(int Letters, double PictureShare, IReadOnlyList<TextLine> Lines, bool Languages);

/// <summary>One line of text.</summary>
/// <param name="Text">Its text, shortened.</param>
/// <param name="Letters">Its letters and digits.</param>
/// <param name="Size">The size of its first letter in points.</param>
internal sealed record TextLine(string Text, int Letters, double Size);
