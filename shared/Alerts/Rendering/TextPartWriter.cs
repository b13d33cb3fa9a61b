using System.Text;

namespace Monitor.Shared.Alerts.Rendering;

/// <summary>Writes a mail as plain text. Lines are not broken: the reader's window does that.</summary>
internal static class TextPartWriter
{
    private const string NewLine = "\r\n";

    public static string Write(MailDocument mail)
    {
        var text = new StringBuilder();
        Underlined(text, mail.Title, '=');
        foreach (MailBlock block in mail.Blocks)
            Write(text, block);
        text.Append("-- ").Append(NewLine);
        foreach (MailBlock block in mail.Footer)
            text.Append(Line(block)).Append(NewLine);
        return text.ToString();
    }

    private static void Write(StringBuilder text, MailBlock block)
    {
        switch (block)
        {
            case MailHeading heading:
                Underlined(text, heading.Text, '-');
                break;
            case MailList list:
                foreach (MailItem item in list.Items)
                {
                    text.Append("* ").Append(item.Title.Text).Append(NewLine);
                    foreach (MailBlock detail in item.Details)
                        text.Append("  ").Append(Line(detail)).Append(NewLine);
                    text.Append(NewLine);
                }
                break;
            default:
                text.Append(Line(block)).Append(NewLine).Append(NewLine);
                break;
        }
    }

    private static string Line(MailBlock block) => block switch
    {
        MailLine line => line.Text,
        MailLink link => link.Text.Contains(link.Url, StringComparison.Ordinal) ? link.Text : $"{link.Text}: {link.Url}",
        _ => throw new InvalidOperationException($"{block.GetType().Name} is no line."),
    };

    private static void Underlined(StringBuilder text, string heading, char with) =>
        text.Append(heading).Append(NewLine).Append(with, Math.Min(heading.Length, 72)).Append(NewLine).Append(NewLine);
}
