using System.ComponentModel;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Monitor.Crawlers.Registries;
using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;
using Monitor.Shared.Storage;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Monitor.Local.Commands.Check;

/// <summary>What <c>./monitor check</c> can be told.</summary>
internal sealed class CheckArguments : CommandSettings
{
    [CommandArgument(0, "<ORGNR>")]
    [Description("The organisation number, nine digits.")]
    public string Number { get; init; } = "";

    [CommandOption("--format <FORMAT>")]
    [Description("table or json.")]
    [DefaultValue("table")]
    public string Format { get; init; } = "table";

    public override ValidationResult Validate()
    {
        if (!OrgNumber.TryParse(Number, out _))
            return ValidationResult.Error($"'{Number}' is no organisation number: it has nine digits, and the last one checks the others");
        return Format is "table" or "json" ? ValidationResult.Success() : ValidationResult.Error($"'{Format}' is no format; there are table and json");
    }
}

/// <summary>Asks the registries about one body and prints every obligation of the circular. A report: exit code 0 even where something is not met.</summary>
internal sealed class CheckCommand : AsyncCommand<CheckArguments>
{
    public override async Task<int> ExecuteAsync(CommandContext context, CheckArguments settings, CancellationToken cancellationToken)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddEnvironmentVariables();
        builder.Logging.ClearProviders();
        builder.Services.AddTurnsInMemory().AddMonitorStorage(builder.Configuration).AddRegistries(builder.Configuration);
        using IHost host = builder.Build();

        ComplianceMatrix matrix = await host.Services.GetRequiredService<AgencyCheck>().RunAsync(OrgNumber.Parse(settings.Number), cancellationToken);
        Terminal terminal = Terminal.Process;
        await terminal.Out.WriteAsync(settings.Format == "json"
            ? JsonSerializer.Serialize(matrix.In(Language.En), MonitorJson.Indented) + "\n"
            : CheckTable.Write(matrix));
        return ExitCodes.Fine;
    }
}
