namespace Monitor.Crawlers.Accessibility.Documents.Pdf;

/// <summary>What a PDF says of itself, and shows.</summary>
/// <param name="Pages">Its pages.</param>
/// <param name="Title">The title in its properties or, where there is none, in its XMP metadata; null for none.</param>
/// <param name="Language">The language of the whole, as written; null for none.</param>
/// <param name="Tags">Its tags.</param>
/// <param name="Text">What its first pages show.</param>
/// <param name="Dates">When it says that it was made and changed, as far as it does.</param>
internal sealed record PdfFacts(int Pages, string? Title, string? Language, PdfTags Tags, PdfText Text, IReadOnlyList<DateOnly> Dates);

/// <summary>The tags of a PDF: the tree that assistive technology reads in place of the page.</summary>
/// <param name="Marked">Whether the document says that it is tagged.</param>
/// <param name="Any">Whether its tags refer to anything on its pages, in an order.</param>
/// <param name="Headings">Whether there are headings among them.</param>
/// <param name="Lists">Whether there are lists among them.</param>
/// <param name="Alternatives">Whether one has a text alternative.</param>
/// <param name="Languages">Whether one names a language.</param>
/// <param name="Complete">Whether all of them were read.</param>
internal sealed record PdfTags(bool Marked, bool Any, bool Headings, bool Lists, bool Alternatives, bool Languages, bool Complete)
{
    /// <summary>The tags of a document without.</summary>
    public static PdfTags None { get; } = new(false, false, false, false, false, false, true);
}

/// <summary>What the first pages of a PDF show.</summary>
/// <param name="PagesRead">Pages read.</param>
/// <param name="PagesUnread">Pages, of those to be read, that could not be.</param>
/// <param name="TextPages">Pages with more text than a caption.</param>
/// <param name="WordlessPages">Pages without a single letter.</param>
/// <param name="ScannedPages">Of these, pages that a picture covers.</param>
/// <param name="LooksLikeHeadings">Whether short lines are set larger than the rest.</param>
/// <param name="LooksLikeLists">Whether lines in a row begin with bullets or numbers.</param>
/// <param name="Languages">Whether a passage names its language.</param>
internal sealed record PdfText(
    int PagesRead, int PagesUnread, int TextPages, int WordlessPages, int ScannedPages, bool LooksLikeHeadings, bool LooksLikeLists, bool Languages)
{
    /// <summary>Whether there is text at all.</summary>
    public bool Any => PagesRead > WordlessPages;
}
