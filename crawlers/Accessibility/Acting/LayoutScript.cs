namespace Monitor.Crawlers.Accessibility.Acting;

/// <summary>Gives a script what <c>layout.js</c> offers.</summary>
internal static class LayoutScript
{
    private static readonly string Layout = EmbeddedScript.Read(typeof(LayoutScript), "layout.js");

    /// <summary>A function of what <c>reading.js</c> offers, out of one of that and of what <c>layout.js</c> offers.</summary>
    public static string With(string script) => $"(reading) => ({script})(reading, ({Layout})(reading))";
}
