
namespace Monitor.Local.Commands.Scan;

/// <summary>One line on standard error that tells how far a scan has come; nothing at all when nobody watches.</summary>
internal sealed class ScanProgressLine(Terminal terminal) : IDisposable
{
    private const string Clear = "\r\u001b[2K";
    private readonly Lock gate = new();

    /// <summary>Shows where the scan is.</summary>
    public void Show(string where)
    {
        if (!terminal.ErrorIsTerminal)
            return;
        string line = PlainText.Of(where);
        int width = Math.Max(20, terminal.Error.Profile.Width - 1);
        lock (gate)
            terminal.Error.Profile.Out.Writer.Write(Clear + (line.Length > width ? line[..(width - 1)] + "…" : line));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (terminal.ErrorIsTerminal)
            terminal.Error.Profile.Out.Writer.Write(Clear);
    }
}
