namespace Monitor.Crawlers.Accessibility.Checks.Words;

/// <summary>A text that may say nothing.</summary>
/// <param name="Kind">What it is the text of.</param>
/// <param name="Name">The text: an accessible name, or the title.</param>
/// <param name="Context">Of a link: the text around it that belongs to it.</param>
/// <param name="Grouped">Of a form field: whether a group with a name is around it.</param>
/// <param name="File">Of an image: the file's name.</param>
/// <param name="Shown">Of an image: whether its name can be read on the page as well.</param>
/// <param name="Host">Of a title: the page's host.</param>
/// <param name="Address">Of a title: the page's URL.</param>
internal sealed record WordsItem(
    WordsKind Kind, string Name, string? Context = null, bool Grouped = false, string? File = null, bool Shown = false, string? Host = null, string? Address = null);

/// <summary>What a text belongs to.</summary>
internal enum WordsKind
{
    /// <summary>The page.</summary>
    Title,

    /// <summary>A link.</summary>
    Link,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>A form field.</summary>
    Label,

    /// <summary>An image.</summary>
    Image,
}
