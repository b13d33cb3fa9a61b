using System.Net;
using System.Net.Sockets;
using Monitor.Local.Demo;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Monitor.Local.Commands.Up;

/// <summary>
/// Everything on this machine. Starts in order: data folder, storage, the demo's world, Monitor itself; ends in the reverse order,
/// storage last and gently.
/// </summary>
internal sealed class UpCommand : AsyncCommand<UpArguments>
{
    public override async Task<int> ExecuteAsync(CommandContext context, UpArguments settings, CancellationToken cancellationToken)
    {
        Terminal terminal = Terminal.Process;
        TimeProvider clock = TimeProvider.System;
        if (IsBusy(settings.Port))
            return terminal.Fail($"port {settings.Port} is busy; stop what uses it, or choose another with --port");

        string path = settings.Data ?? DataFolder.Default(settings.Demo);
        DataFolder? taken;
        try
        {
            taken = DataFolder.TryTake(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return terminal.Fail($"'{path}' cannot hold data ({e.Message}); choose another folder with --data");
        }
        if (taken is null)
            return terminal.Fail($"another ./monitor up uses '{path}'; stop it, or choose another folder with --data");
        using DataFolder folder = taken;

        (AzuriteProcess? azurite, string? problem) = await AzuriteProcess.StartAsync(folder.Path, clock, cancellationToken);
        if (azurite is null)
            return terminal.Fail(problem!);
        await using (azurite)
        {
            DemoWorld? demo;
            try
            {
                demo = settings.Demo ? await DemoWorld.StartAsync(settings.Port, folder.Path, clock, cancellationToken) : null;
            }
            catch (Exception e) when (e is IOException or SocketException)
            {
                return terminal.Fail($"the demo's addresses are taken ({e.Message}); choose another --port and another --data, which move them");
            }
            await using (demo)
            await using (var monitor = new LocalMonitor(settings.Port, azurite.ConnectionString, demo?.Settings))
                return await RunAsync(monitor, demo, folder, azurite, terminal, cancellationToken);
        }
    }

    private static async Task<int> RunAsync(
        LocalMonitor monitor, DemoWorld? demo, DataFolder folder, AzuriteProcess azurite, Terminal terminal, CancellationToken cancellation)
    {
        try
        {
            await monitor.StartAsync(cancellation);
            string? firstKey = await monitor.FirstKeyAsync(cancellation);
            folder.Announce(new RunningUp(monitor.Address, azurite.ConnectionString, demo?.Control));
            if (demo is null)
                await UpMessages.ReadyAsync(terminal.Out, monitor.Address, firstKey);
            else
                await UpMessages.DemoReadyAsync(terminal.Out, monitor.Address, demo, await monitor.SeedAsync(demo, folder.Path, firstKey, cancellation));
            await monitor.EndedAsync(cancellation);
            return terminal.Fail("a part of the runner gave up; see the lines above, and start again");
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Ctrl-C is how this command ends; the parts are stopped on the way out.
        }
        terminal.Error.WriteLine("Stopping …");
        return ExitCodes.Fine;
    }

    private static bool IsBusy(int port)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }
}
