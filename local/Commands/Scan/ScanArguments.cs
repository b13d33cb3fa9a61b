using System.ComponentModel;
using Monitor.Shared.Regulations;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Monitor.Local.Commands.Scan;

/// <summary>What <c>./monitor scan</c> can be told.</summary>
internal sealed class ScanArguments : CommandSettings
{
    [CommandArgument(0, "<URL>")]
    [Description("Where the solution starts, with http:// or https://.")]
    public string Url { get; init; } = "";

    [CommandOption("--max-pages <N>")]
    [Description("Pages in the sample.")]
    [DefaultValue(30)]
    public int MaxPages { get; init; } = 30;

    [CommandOption("--regulation <ID>")]
    [Description("What to judge by: no-private-2013, no-public-2023 or no-public-2024.")]
    [DefaultValue(RegulationCatalogue.DefaultId)]
    public string RegulationId { get; init; } = RegulationCatalogue.DefaultId;

    [CommandOption("--format <FORMAT>")]
    [Description("table, json, csv or earl.")]
    [DefaultValue("table")]
    public string Format { get; init; } = "table";

    [CommandOption("--output <FILE>")]
    [Description("Write to this file, replaced as a whole, instead of standard output.")]
    public string? Output { get; init; }

    [CommandOption("--concurrency <N>")]
    [Description("Pages looked at at a time; more than one only on a site of your own.")]
    [DefaultValue(1)]
    public int Concurrency { get; init; } = 1;

    [CommandOption("--delay <SECONDS>")]
    [Description("Seconds between two page loads.")]
    [DefaultValue(1.0)]
    public double Delay { get; init; } = 1;

    [CommandOption("--ignore-robots")]
    [Description("Do not ask robots.txt; only on a site of your own.")]
    public bool IgnoreRobots { get; init; }

    [CommandOption("--allow-private-addresses")]
    [Description("Let the start URL's own origin be a private or loopback address.")]
    public bool AllowPrivateAddresses { get; init; }

    public override ValidationResult Validate()
    {
        if (!Uri.TryCreate(Url, UriKind.Absolute, out Uri? url) || url.Scheme is not ("http" or "https") || url.Host.Length == 0)
            return ValidationResult.Error($"'{Url}' is no web address; write it with http:// or https://");
        if (url.UserInfo.Length > 0)
            return ValidationResult.Error("a web address with a user name or password is not scanned; leave them out");
        if (MaxPages is < 1 or > 1000)
            return ValidationResult.Error("--max-pages is 1 to 1000");
        if (RegulationCatalogue.Find(RegulationId) is null)
            return ValidationResult.Error($"'{RegulationId}' is no regulation; there are {string.Join(", ", RegulationCatalogue.All.Select(r => r.Id))}");
        if (!ScanOutput.Formats.Contains(Format))
            return ValidationResult.Error($"'{Format}' is no format; there are {string.Join(", ", ScanOutput.Formats)}");
        if (Concurrency is < 1 or > 8)
            return ValidationResult.Error("--concurrency is 1 to 8");
        if (double.IsNaN(Delay) || Delay is < 0 or > 3600)
            return ValidationResult.Error("--delay is 0 to 3600 seconds");
        if (Output is not null && Directory.Exists(Output))
            return ValidationResult.Error($"'{Output}' is a folder; name a file");
        if (Output is not null && !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(Output))))
            return ValidationResult.Error($"there is no folder to write '{Output}' in; make it first");
        return ValidationResult.Success();
    }
}
