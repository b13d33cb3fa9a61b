using Monitor.Shared.Scans;
using Spectre.Console.Cli;

namespace Monitor.Local.Commands.Scan;

/// <summary>Scans one solution without storage and prints what was found.</summary>
internal sealed class ScanCommand : AsyncCommand<ScanArguments>
{
    public override async Task<int> ExecuteAsync(CommandContext context, ScanArguments settings, CancellationToken cancellationToken)
    {
        Terminal terminal = Terminal.Process;
        ScanResult result;
        await using (var scan = new SiteScan(settings))
        {
            if (scan.Problem is { } problem)
                return terminal.Fail(problem);
            using var progress = new ScanProgressLine(terminal);
            result = await scan.RunAsync(progress, cancellationToken);
        }

        string text = ScanOutput.Format(result, settings.Format);
        if (settings.Output is null)
            await terminal.Out.WriteAsync(text);
        else if (await ScanOutput.TryWriteFileAsync(settings.Output, text) is { } unwritten)
            return terminal.Fail(unwritten);

        if (result.Scan.Status is ScanStatus.Failed)
            terminal.Fail(ScanProblems.Explain(settings.Url, result.Scan.Reason));
        return cancellationToken.IsCancellationRequested ? ExitCodes.Interrupted : ExitCode(result);
    }

    /// <summary>Failures found outweigh an incomplete scan; without failures an incomplete scan could not do what was asked.</summary>
    internal static int ExitCode(ScanResult result) => result switch
    {
        { Scan.Status: ScanStatus.Failed } => ExitCodes.Trouble,
        { Summary.Findings: > 0 } => ExitCodes.FailuresFound,
        { Scan.Status: ScanStatus.Completed } => ExitCodes.Fine,
        _ => ExitCodes.Trouble,
    };
}
