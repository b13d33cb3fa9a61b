namespace Monitor.Shared.Alerts.Rendering;

/// <summary>What a mail says, before it is text or HTML: both parts are written from it, so both hold the same facts.</summary>
/// <param name="Language">The language it is in, a BCP 47 tag.</param>
/// <param name="Subject">The subject line.</param>
/// <param name="Title">The heading.</param>
/// <param name="Blocks">What follows, in order.</param>
/// <param name="Footer">Why the reader gets it, and how to get no more.</param>
internal sealed record MailDocument(
    string Language, string Subject, string Title, IReadOnlyList<MailBlock> Blocks, IReadOnlyList<MailBlock> Footer);

/// <summary>One piece of a mail.</summary>
internal abstract record MailBlock;

/// <summary>A heading below the title.</summary>
internal sealed record MailHeading(string Text) : MailBlock;

/// <summary>A paragraph or line; <paramref name="Language"/> is set where it differs from the mail's (WCAG 3.1.2).</summary>
internal sealed record MailLine(string Text, string? Language = null) : MailBlock;

/// <summary>A link with a text that says where it leads.</summary>
internal sealed record MailLink(string Text, string Url) : MailBlock;

/// <summary>A list of things, each a line and what is said of it.</summary>
internal sealed record MailList(IReadOnlyList<MailItem> Items) : MailBlock;

/// <summary>One thing in a list.</summary>
internal sealed record MailItem(MailLine Title, IReadOnlyList<MailBlock> Details);
