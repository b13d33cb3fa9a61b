using System.Globalization;
using System.Text.Encodings.Web;
using Monitor.Shared.Scans;

namespace Monitor.Functions.Dashboard.Solutions;

/// <summary>Where a trend's points and lines are drawn, in the units of <see cref="Geometry"/>.</summary>
/// <param name="points">The figures, oldest first; at least one.</param>
internal sealed class TrendShape(IReadOnlyList<TrendRow> points)
{
    // Room above the highest point, and a scale even where nothing is open.
    private readonly int top = Math.Max(4, (int)Math.Ceiling(points.Max(p => p.OpenFindings) * 1.1));

    /// <summary>The values with a line of their own.</summary>
    public IReadOnlyList<int> Ticks => [.. new[] { 0, top / 2, top }.Distinct()];

    /// <summary>The points of the line.</summary>
    public string Line => string.Join(' ', points.Select((p, i) => string.Create(CultureInfo.InvariantCulture, $"{X(i)},{Y(p.OpenFindings)}")));

    /// <summary>Across.</summary>
    public int X(int index) => Geometry.Left + (points.Count == 1 ? 0 : index * (Geometry.Width - Geometry.Left - Geometry.Right) / (points.Count - 1));

    /// <summary>Down.</summary>
    public int Y(int value) => Geometry.Height - Geometry.Bottom - value * (Geometry.Height - Geometry.Top - Geometry.Bottom) / top;

    /// <summary>Whether the rule sets are others than in the scan before: figures on either side are not quite the same measure.</summary>
    public bool EngineChanged(int index) => index > 0 && points[index].RuleSets != points[index - 1].RuleSets;

    /// <summary>A label; Razor keeps <c>text</c> for itself, so it is written here, encoded.</summary>
    public static string Text(int x, int y, string anchor, string content) => string.Create(
        CultureInfo.InvariantCulture,
        $"""<text class="m-chart__label" x="{x}" y="{y}" text-anchor="{anchor}">{HtmlEncoder.Default.Encode(content)}</text>""");
}

/// <summary>The size of a trend's drawing and its margins.</summary>
internal static class Geometry
{
    public const int Width = 720;
    public const int Height = 240;
    public const int Left = 48;
    public const int Right = 16;
    public const int Top = 16;
    public const int Bottom = 32;
}
