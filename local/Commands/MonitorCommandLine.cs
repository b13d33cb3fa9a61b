using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Configuration;
using Monitor.Local.Commands.Check;
using Monitor.Local.Commands.Demo;
using Monitor.Local.Commands.Keys;
using Monitor.Local.Commands.Scan;
using Monitor.Local.Commands.Up;
using Monitor.Shared.Logging;
using Spectre.Console.Cli;

namespace Monitor.Local.Commands;

/// <summary>The commands, and what happens when they are called wrongly or interrupted.</summary>
internal static class MonitorCommandLine
{
    /// <summary>Runs one command line.</summary>
    /// <returns>The process's exit code, see <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        using var interrupted = new CancellationTokenSource();
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);

        var app = new CommandApp();
        app.Configure(config =>
        {
            config.SetApplicationName("./monitor");
            config.SetApplicationVersion(Version);
            config.ConfigureConsole(Spectre.Console.AnsiConsole.Console);
            config.UseStrictParsing();
            config.SetExceptionHandler((exception, _) => Explain(exception));
            config.AddCommand<UpCommand>("up").WithDescription("Everything on this machine: storage, functions, API, dashboard.");
            config.AddBranch("demo", demo =>
            {
                demo.SetDescription("Make one page of the running demo worse, or better, and order the scan.");
                demo.AddCommand<DemoBreakCommand>("break").WithDescription("Make one page worse.");
                demo.AddCommand<DemoRepairCommand>("repair").WithDescription("Make it as it was.");
            });
            config.AddCommand<ScanCommand>("scan").WithDescription("Scan one web solution and print what was found.");
            config.AddCommand<CheckCommand>("check").WithDescription("The registry checks of one agency.");
            config.AddBranch("key", key =>
            {
                key.SetDescription("Keys to API and dashboard.");
                key.AddCommand<NewKeyCommand>("new").WithDescription("Another supervisor key for the local data.");
            });
        });
        return await app.RunAsync(args, interrupted.Token);

        // The first interrupt asks the command to come to an end; a second one is not caught and ends the process.
        void Interrupt(PosixSignalContext context)
        {
            if (interrupted.IsCancellationRequested)
                return;
            context.Cancel = true;
            interrupted.Cancel();
        }
    }

    private static string Version =>
        typeof(MonitorCommandLine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private static int Explain(Exception exception) => exception switch
    {
        CommandAppException wrong => Terminal.Process.Fail($"{wrong.Message.TrimEnd('.')}; see ./monitor --help"),
        OperationCanceledException => ExitCodes.Interrupted,
        _ => Terminal.Process.Fail(new SecretScrubber(new ConfigurationBuilder().AddEnvironmentVariables().Build()).Scrub($"{exception.Message} ({exception.GetType().Name})")),
    };
}
