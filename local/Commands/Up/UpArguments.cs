using System.ComponentModel;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Monitor.Local.Commands.Up;

/// <summary>What <c>./monitor up</c> can be told.</summary>
internal sealed class UpArguments : CommandSettings
{
    [CommandOption("--demo")]
    [Description("Two fictional agencies with sites, registries and a mail catcher, all on this machine.")]
    public bool Demo { get; init; }

    [CommandOption("--port <PORT>")]
    [Description("Where API and dashboard answer, on 127.0.0.1.")]
    [DefaultValue(7071)]
    public int Port { get; init; } = 7071;

    [CommandOption("--data <DIR>")]
    [Description("Where data are kept; .monitor/data, or .monitor/demo with --demo.")]
    public string? Data { get; init; }

    public override ValidationResult Validate() =>
        Port is < 1 or > 65535 ? ValidationResult.Error("--port is 1 to 65535") : ValidationResult.Success();
}
