using Spectre.Console;

namespace Monitor.Local.Commands;

/// <summary>Where a command speaks: results on standard output, everything else on standard error.</summary>
/// <param name="Out">Results.</param>
/// <param name="Error">Progress, remarks and errors.</param>
/// <param name="ErrorIsTerminal">Whether a person watches standard error; only then is progress shown.</param>
internal sealed record Terminal(TextWriter Out, IAnsiConsole Error, bool ErrorIsTerminal)
{
    /// <summary>The process's own.</summary>
    public static Terminal Process { get; } = new(
        Console.Out,
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }),
        !Console.IsErrorRedirected);

    /// <summary>Says what went wrong and what to do, in one line.</summary>
    /// <returns><see cref="ExitCodes.Trouble"/>, for the caller to return.</returns>
    public int Fail(string problem)
    {
        // Straight to the stream: the console would break the line at its width.
        Error.Profile.Out.Writer.WriteLine($"monitor: {PlainText.Of(problem)}");
        return ExitCodes.Trouble;
    }
}
