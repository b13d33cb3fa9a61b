using System.ComponentModel;
using System.Net.Http.Json;
using Monitor.Local.Commands.Up;
using Monitor.Local.Demo;
using Spectre.Console.Cli;

namespace Monitor.Local.Commands.Demo;

/// <summary>Which demo is meant.</summary>
internal sealed class DemoArguments : CommandSettings
{
    [CommandOption("--data <DIR>")]
    [Description("The folder that the demo was started with; .monitor/demo.")]
    public string? Data { get; init; }
}

/// <summary>Makes one page of the running demo worse.</summary>
internal sealed class DemoBreakCommand : AsyncCommand<DemoArguments>
{
    public override Task<int> ExecuteAsync(CommandContext context, DemoArguments settings, CancellationToken cancellationToken) =>
        DemoSwitch.OrderAsync("break", settings.Data, Terminal.Process, cancellationToken);
}

/// <summary>Makes that page as it was.</summary>
internal sealed class DemoRepairCommand : AsyncCommand<DemoArguments>
{
    public override Task<int> ExecuteAsync(CommandContext context, DemoArguments settings, CancellationToken cancellationToken) =>
        DemoSwitch.OrderAsync("repair", settings.Data, Terminal.Process, cancellationToken);
}

/// <summary>Sends an order to the running demo.</summary>
internal static class DemoSwitch
{
    public static async Task<int> OrderAsync(string order, string? data, Terminal terminal, CancellationToken cancellation)
    {
        if (DataFolder.FindRunning(data ?? DataFolder.Default(demo: true)) is not { DemoControl: { } control })
            return terminal.Fail("no demo runs; start one with ./monitor up --demo");

        using var client = new HttpClient { BaseAddress = control };
        using HttpResponseMessage answer = await client.PostAsync(order, null, cancellation);
        if (!answer.IsSuccessStatusCode)
            return terminal.Fail($"the demo did not take the order ({(int)answer.StatusCode}); see what ./monitor up --demo prints");

        DemoSwitched switched = (await answer.Content.ReadFromJsonAsync<DemoSwitched>(cancellation))!;
        await terminal.Out.WriteLineAsync($"{(order == "break" ? "Made worse" : "Repaired")}: {switched.Page}");
        await terminal.Out.WriteLineAsync($"The scan that will notice: {switched.Watch}");
        await terminal.Out.WriteLineAsync($"Mails: {switched.Mails}");
        return ExitCodes.Fine;
    }
}
