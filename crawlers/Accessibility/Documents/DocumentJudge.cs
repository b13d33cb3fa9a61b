using System.Globalization;
using Monitor.Crawlers.Accessibility.Checks.Language;
using Monitor.Crawlers.Accessibility.Checks.Reading;
using Monitor.Crawlers.Accessibility.Documents.Pdf;
using Monitor.Shared.Domain;

namespace Monitor.Crawlers.Accessibility.Documents;

/// <summary>What each rule says of a PDF. A pure function. Failed is what leaves no doubt, and only of a document that tells itself that it is new enough.</summary>
internal sealed class DocumentJudge(PdfFacts facts, PublicationAge age)
{
    private const int PagesThatNeedHeadings = 3;
    private const int ScannedPagesThatMatter = 2;

    private static readonly TitleWords Words = EmbeddedData.Read<TitleWords>(typeof(DocumentJudge), "titles.data.json");

    private readonly PdfTags tags = facts.Tags;
    private readonly PdfText text = facts.Text;

    /// <summary>Whether a rule looks at pages, and some were left out, so that what was not found may be there.</summary>
    public bool IsIncomplete(string rule) => text.PagesRead < facts.Pages && rule is ("pdf-lists" or "pdf-scanned");

    /// <summary>What a rule says; null where the document has nothing that it is about.</summary>
    public Verdict? Judge(string rule) => rule switch
    {
        "pdf-tagged" => Tagged(),
        "pdf-headings" => Headings(),
        "pdf-lists" => Lists(),
        "pdf-title" => Title(),
        "pdf-language" => Language(),
        "pdf-scanned" => Scanned(),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "No rule for documents."),
    };

    private Verdict? Tagged()
    {
        if (tags.Any)
            return tags.Marked ? Verdict.Passed : Verdict.CantTell("It has tags, but does not say that it is tagged: some programs make up their own in that case.");
        if (!tags.Complete || (!text.Any && text.PagesUnread > 0))
            return Verdict.Untested;
        if (!text.Any)
            return null;
        // A page or more of running text might lose nothing but its order.
        return text.TextPages > 1 && (text.LooksLikeHeadings || text.LooksLikeLists)
            ? Accuse($"It has {facts.Pages} pages, shows {(text.LooksLikeHeadings ? "headings" : "lists")}, and has no tags.")
            : Verdict.CantTell("It has no tags. It is short, or shows neither headings nor lists: look whether any are there.");
    }

    private Verdict? Headings() =>
        !tags.Any || text.TextPages < PagesThatNeedHeadings ? null
        : tags.Headings ? Verdict.Passed
        : !tags.Complete ? Verdict.Untested
        : Verdict.CantTell($"It has {facts.Pages} pages, and none of its tags is a heading.");

    private Verdict? Lists() =>
        !tags.Any ? null
        : tags.Lists ? Verdict.Passed
        : !text.LooksLikeLists ? (text.PagesUnread > 0 ? Verdict.Untested : null)
        : !tags.Complete ? Verdict.Untested
        : Verdict.CantTell("Lines in a row begin with bullets or numbers, and none of its tags is a list.");

    private Verdict Title() =>
        facts.Title is not { } title ? Accuse("It has no title, neither in its properties nor in its metadata.")
        : Words.SayNothing(title) ? Verdict.CantTell("Its title seems to be a file's name, or a program's.")
        : Verdict.Passed;

    private Verdict? Language()
    {
        if (facts.Language is { } language)
            return DeclaredLanguage.Read(language) is not null ? Verdict.Passed : Verdict.CantTell("The language that it names is none.");
        if (!text.Any)
            return text.PagesUnread > 0 ? Verdict.Untested : null;
        if (tags.Languages || text.Languages)
            return Verdict.CantTell("It names no language as a whole, but does so for parts: look whether these are all of it.");
        return tags.Complete ? Accuse("It names no language.") : Verdict.CantTell("It names no language as a whole. Whether its parts do could not be read.");
    }

    private Verdict? Scanned()
    {
        int scanned = text.ScannedPages;
        string pages = scanned.ToString(CultureInfo.InvariantCulture);
        if (scanned > 0 && scanned == text.PagesRead && text.PagesUnread == 0)
        {
            return tags.Alternatives || !tags.Complete
                ? Verdict.CantTell("Its pages are pictures without text; look whether its tags say what they show.")
                : Accuse(text.PagesRead < facts.Pages ? $"Its first {pages} pages are pictures without text." : "All its pages are pictures without text.");
        }
        if (scanned >= ScannedPagesThatMatter)
            return Verdict.CantTell($"Pages without text that a picture covers: {pages}.");
        if (text.PagesUnread > 0)
            return Verdict.Untested;
        return text.Any ? Verdict.Passed : null;
    }

    private Verdict Accuse(string fault) => age switch
    {
        PublicationAge.Since => Verdict.Failed(fault),
        PublicationAge.Before => Verdict.CantTell($"{fault} A date of it is before 1 February 2022: it counts only if published since, or needed in an active case."),
        _ => Verdict.CantTell($"{fault} Whether it was published since 1 February 2022, as those that count, can't be told."),
    };

    /// <summary>How titles begin or end that a program put there by itself.</summary>
    private sealed record TitleWords(IReadOnlyList<string> Starts, IReadOnlyList<string> Ends)
    {
        public bool SayNothing(string title) =>
            !title.Any(char.IsLetter)
            || Starts.Any(s => title.StartsWith(s, StringComparison.OrdinalIgnoreCase))
            || Ends.Any(e => title.EndsWith(e, StringComparison.OrdinalIgnoreCase));
    }
}
