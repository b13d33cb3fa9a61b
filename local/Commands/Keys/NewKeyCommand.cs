using System.ComponentModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Local.Commands.Up;
using Monitor.Shared.Access;
using Monitor.Shared.Storage;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Monitor.Local.Commands.Keys;

/// <summary>What <c>./monitor key new</c> can be told.</summary>
internal sealed class NewKeyArguments : CommandSettings
{
    [CommandOption("--supervisor")]
    [Description("A supervisor's key; an agency's keys are made in the dashboard.")]
    public bool Supervisor { get; init; }

    [CommandOption("--data <DIR>")]
    [Description("The folder with the data; .monitor/data.")]
    public string? Data { get; init; }

    public override ValidationResult Validate() => Supervisor
        ? ValidationResult.Success()
        : ValidationResult.Error("say --supervisor; an agency's keys are made in the dashboard by a supervisor");
}

/// <summary>Makes another supervisor key for the local data, whether <c>up</c> runs on it or not.</summary>
internal sealed class NewKeyCommand : AsyncCommand<NewKeyArguments>
{
    public override async Task<int> ExecuteAsync(CommandContext context, NewKeyArguments settings, CancellationToken cancellationToken)
    {
        Terminal terminal = Terminal.Process;
        string path = settings.Data ?? DataFolder.Default(demo: false);
        if (!Directory.Exists(path))
            return terminal.Fail($"there are no data in '{path}' yet; ./monitor up makes them, and prints a first key");
        if (DataFolder.FindRunning(path) is { } running)
            return await MakeAsync(running.Storage, terminal, cancellationToken);

        using DataFolder? folder = DataFolder.TryTake(path);
        if (folder is null)
            return terminal.Fail("another command uses these data; wait for it and run this again");
        (AzuriteProcess? azurite, string? problem) = await AzuriteProcess.StartAsync(folder.Path, TimeProvider.System, cancellationToken);
        if (azurite is null)
            return terminal.Fail(problem!);
        await using (azurite)
            return await MakeAsync(azurite.ConnectionString, terminal, cancellationToken);
    }

    private static async Task<int> MakeAsync(string storage, Terminal terminal, CancellationToken cancellation)
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["AzureWebJobsStorage"] = storage }).Build();
        await using ServiceProvider services = new ServiceCollection()
            .AddLogging().AddSingleton(TimeProvider.System).AddMonitorStorage(configuration).AddAccess(configuration).BuildServiceProvider();
        NewKey key = await services.GetRequiredService<KeyStore>().CreateAsync(Role.Supervisor, null, "Made on the command line", "local", null, cancellation);
        await terminal.Out.WriteLineAsync(key.Secret);
        return ExitCodes.Fine;
    }
}
