using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Monitor.Architecture.Tests;

/// <summary>The repository that the tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] Projects = ["shared", "crawlers", "functions", "local", "tests"];

    /// <summary>Its root.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every C# and Razor source of ours, generated ones left out.</summary>
    public static IReadOnlyList<string> Sources { get; } =
        [.. Projects.SelectMany(p => Directory.EnumerateFiles(Path.Combine(Root, p), "*", SearchOption.AllDirectories))
            .Where(f => Path.GetExtension(f) is ".cs" or ".razor" && !f.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal)];

    /// <summary>The text of a file below the root.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>A path as seen from the root.</summary>
    public static string Relative(string path) => Path.GetRelativePath(Root, path);

    /// <summary>Runs a program in the root.</summary>
    /// <returns>Its exit code, and all it said.</returns>
    public static async Task<(int ExitCode, string Output)> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        using var process = Process.Start(new ProcessStartInfo(program.StartsWith("./", StringComparison.Ordinal) ? Path.Combine(Root, program) : program, arguments) { WorkingDirectory = Root, RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancellation), error = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, await output + await error);
    }

    private static string FindRoot([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
