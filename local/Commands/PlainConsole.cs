using Spectre.Console;

namespace Monitor.Local.Commands;

/// <summary>A console without colours that writes into a text: tables for standard output, into a pipe as well as a terminal.</summary>
internal static class PlainConsole
{
    private const int PipeWidth = 120;

    public static IAnsiConsole On(TextWriter text)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(text),
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        console.Profile.Width = Console.IsOutputRedirected ? PipeWidth : Math.Max(60, Console.WindowWidth);
        return console;
    }
}
