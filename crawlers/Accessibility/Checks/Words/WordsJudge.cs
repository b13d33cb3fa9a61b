using System.Text.RegularExpressions;
using Monitor.Crawlers.Accessibility.Checks.Reading;

namespace Monitor.Crawlers.Accessibility.Checks.Words;

/// <summary>Tells texts that say something from texts that do not. What it does not know says something.</summary>
internal static partial class WordsJudge
{
    /// <summary>What a rule says of a text; null where it is about another kind.</summary>
    public static Verdict? Judge(string rule, WordsItem item) => (rule, item.Kind) switch
    {
        ("title-words", WordsKind.Title) => Title(item),
        ("link-words", WordsKind.Link) => Link(item),
        ("heading-words", WordsKind.Heading) => Heading(item),
        ("label-words", WordsKind.Label) => Label(item),
        ("image-words", WordsKind.Image) => Image(item),
        _ => null,
    };

    private static Verdict Title(WordsItem page)
    {
        string plain = EmptyPhrases.Plain(page.Name);
        if (EmptyPhrases.Titles.Contains(plain) || IsWithoutLetters(plain) || NumberedPage().IsMatch(plain))
            return Verdict.CantTell($"The title says no more than \"{page.Name}\".");
        bool isAddress = PageFile().IsMatch(page.Name) || Address().IsMatch(page.Name) || IsHost(plain, page.Host) || page.Name == page.Address;
        return isAddress ? Verdict.CantTell("The title is a file name or an address.") : Verdict.Passed;
    }

    private static Verdict Link(WordsItem link) =>
        EmptyPhrases.Links.Contains(EmptyPhrases.Plain(link.Name)) && !SaysMore(link.Context)
            ? Verdict.CantTell($"\"{link.Name}\" says nothing of where the link leads, nor does the sentence, paragraph, list item or table cell it stands in.")
            : Verdict.Passed;

    private static Verdict Heading(WordsItem heading)
    {
        string plain = EmptyPhrases.Plain(heading.Name);
        return EmptyPhrases.Headings.Contains(plain) || (IsWithoutLetters(plain) && !Year().IsMatch(plain))
            ? Verdict.CantTell($"\"{heading.Name}\" says nothing of what follows it.")
            : Verdict.Passed;
    }

    private static Verdict Label(WordsItem field)
    {
        string plain = EmptyPhrases.Plain(field.Name);
        bool saysNothing = EmptyPhrases.Labels.Contains(plain) || EmptyPhrases.Links.Contains(plain) || IsWithoutLetters(plain);
        return saysNothing && !field.Grouped ? Verdict.CantTell($"\"{field.Name}\" says nothing of what is to be filled in.") : Verdict.Passed;
    }

    private static Verdict Image(WordsItem image)
    {
        string name = image.Name.Trim();
        bool isItsFile = image.File?.Length > 0 && name.Equals(image.File, StringComparison.OrdinalIgnoreCase);
        if (ImageFile().IsMatch(name) && (isItsFile || !name.Contains(' ', StringComparison.Ordinal)))
        {
            // A picture may stand for a file in a list of files.
            return image.Shown
                ? Verdict.CantTell($"The text alternative is a file name, \"{name}\", which is also written on the page.")
                : Verdict.Failed($"The text alternative is a file name: \"{name}\".");
        }

        string plain = EmptyPhrases.Plain(name);
        if (EmptyPhrases.Images.Contains(plain) || CameraName().IsMatch(plain) || plain.Length == 0 || IsStemOf(name, image.File))
            return Verdict.CantTell($"\"{name}\" says nothing of what the image shows.");
        return Verdict.Passed;
    }

    // A word of a file's name may well describe the picture; digits and underscores are nobody's words.
    private static bool IsStemOf(string name, string? file) =>
        file is not null && ImageFile().IsMatch(file) && name.Equals(Path.GetFileNameWithoutExtension(file), StringComparison.OrdinalIgnoreCase) && Technical().IsMatch(name);

    private static bool IsHost(string title, string? host) => host is not null && (title == host || host == $"www.{title}");

    private static bool SaysMore(string? context) => context is not null && Word().IsMatch(context);

    private static bool IsWithoutLetters(string text) => !text.Any(char.IsLetter);

    [GeneratedRegex(@"\p{L}{2}")]
    private static partial Regex Word();

    [GeneratedRegex(@"^(1[5-9]|20)\d\d\b")]
    private static partial Regex Year();

    [GeneratedRegex(@"^(new |ny )?(page|side|document|dokument|untitled|slide|lysbilde)[ _-]?\d+$")]
    private static partial Regex NumberedPage();

    [GeneratedRegex(@"^[^\s/]+\.(x?html?|php\d?|aspx?|jsp|cfm|pdf|docx?|pptx?|xlsx?|indd|qxd)$", RegexOptions.IgnoreCase)]
    private static partial Regex PageFile();

    [GeneratedRegex(@"^(https?://|www\.)\S+$", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"\.(png|jpe?g|gif|svg|webp|avif|bmp|tiff?|heic)$", RegexOptions.IgnoreCase)]
    private static partial Regex ImageFile();

    [GeneratedRegex(@"^(img|dsc[nf]?|p|pict?|image|picture|photo|bilde|bilete|foto|screenshot|skjermbilde|skjermbilete|illustrasjon|figur|figure)[ _-]?\d[\d _-]*$")]
    private static partial Regex CameraName();

    [GeneratedRegex(@"[\d_]")]
    private static partial Regex Technical();
}
