using System.Globalization;
using System.Text.Json;

namespace Monitor.Local.Runner;

/// <summary>What the runner takes from host.json, with the Functions host's own defaults for what is not said (learn.microsoft.com/azure/azure-functions/functions-host-json).</summary>
/// <param name="FunctionTimeout">How long a function may run; <see cref="Timeout.InfiniteTimeSpan"/> for as long as it likes.</param>
/// <param name="RoutePrefix">What all HTTP routes begin with.</param>
/// <param name="BatchSize">Messages received at once, 1 to 32.</param>
/// <param name="NewBatchThreshold">More are received when no more than these are running.</param>
/// <param name="VisibilityTimeout">For how long a message whose handler failed stays hidden.</param>
/// <param name="MaxDequeueCount">How many tries a message has before it is poison.</param>
/// <param name="MaxPollingInterval">The longest pause between two looks at an empty queue.</param>
internal sealed record HostJson(
    TimeSpan FunctionTimeout,
    string RoutePrefix,
    int BatchSize,
    int NewBatchThreshold,
    TimeSpan VisibilityTimeout,
    int MaxDequeueCount,
    TimeSpan MaxPollingInterval)
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Reads the file.</summary>
    /// <exception cref="NotSupportedException">It says something that this runner does not do; the message names it.</exception>
    public static HostJson Read(string path)
    {
        using JsonDocument document = Parse(path);
        JsonElement root = document.RootElement;
        if (Text(root, "extensions", "queues", "messageEncoding") is var encoding && !string.Equals(encoding, "none", StringComparison.OrdinalIgnoreCase))
            throw new NotSupportedException($"{path}: messageEncoding is '{encoding ?? "base64 (the default)"}'; messages are sent as they are, so it must be 'none'.");

        int batchSize = Number(path, root, "batchSize", 16, 1, 32);
        return new HostJson(
            Text(root, "functionTimeout") is "-1" ? Timeout.InfiniteTimeSpan : Time(path, Text(root, "functionTimeout"), "functionTimeout", TimeSpan.FromMinutes(5)),
            Text(root, "extensions", "http", "routePrefix") ?? "api",
            batchSize,
            Number(path, root, "newBatchThreshold", batchSize / 2, 0, 1000),
            Time(path, Text(root, "extensions", "queues", "visibilityTimeout"), "visibilityTimeout", TimeSpan.Zero),
            Number(path, root, "maxDequeueCount", 5, 1, 1000),
            Time(path, Text(root, "extensions", "queues", "maxPollingInterval"), "maxPollingInterval", TimeSpan.FromMinutes(1)));
    }

    private static JsonDocument Parse(string path)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllText(path), Lenient);
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            throw new NotSupportedException($"{path} cannot be read: {e.Message}", e);
        }
    }

    private static string? Text(JsonElement root, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty(name, out root))
                return null;
        }
        return root.ToString();
    }

    private static TimeSpan Time(string path, string? text, string name, TimeSpan missing)
    {
        if (text is null)
            return missing;
        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan time) && time >= TimeSpan.Zero
            ? time
            : throw new NotSupportedException($"{path}: {name} is '{text}', which is no time (hh:mm:ss).");
    }

    private static int Number(string path, JsonElement root, string name, int missing, int least, int most)
    {
        if (Text(root, "extensions", "queues", name) is not { } text)
            return missing;
        return int.TryParse(text, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most
            ? number
            : throw new NotSupportedException($"{path}: {name} is '{text}'; it is a number from {least} to {most}.");
    }
}
