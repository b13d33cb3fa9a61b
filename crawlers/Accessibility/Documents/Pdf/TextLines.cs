using System.Text;

namespace Monitor.Crawlers.Accessibility.Documents.Pdf;

/// <summary>Puts letters together to lines in the order they are drawn: a letter on another height, or back to the left, begins a new one.</summary>
internal sealed class TextLines
{
    private const int TextLength = 200;

    private readonly List<TextLine> lines = [];
    private readonly StringBuilder text = new();
    private int letters;
    private double size;
    private double lastX;
    private double lineY;
    private bool begun;

    /// <summary>Adds a letter. One whose meaning the font does not tell is a letter all the same.</summary>
    public void Add(string? letter, double x, double y, double points)
    {
        if (string.IsNullOrWhiteSpace(letter) && letter is { Length: > 0 })
        {
            text.Append(' ');
            return;
        }
        if (!begun || Math.Abs(y - lineY) > Math.Max(points, size) / 2 || x < lastX - size)
            Begin(y, points);
        else if (x > lastX + (1.5 * size) && text.Length < TextLength)
            text.Append(' ');
        lastX = x;
        if (text.Length < TextLength)
            text.Append(letter);
        if (string.IsNullOrEmpty(letter) || letter.Any(char.IsLetterOrDigit))
            letters++;
    }

    /// <summary>All lines.</summary>
    public IReadOnlyList<TextLine> End()
    {
        if (begun)
            lines.Add(new TextLine(text.ToString(), letters, size));
        begun = false;
        return lines;
    }

    private void Begin(double y, double points)
    {
        End();
        begun = true;
        text.Clear();
        (letters, size, lineY, lastX) = (0, points, y, double.MinValue);
    }
}
