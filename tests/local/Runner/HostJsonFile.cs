using System.Globalization;

namespace Monitor.Local.Tests.Runner;

/// <summary>A host.json of a test's own.</summary>
internal sealed class HostJsonFile : IDisposable
{
    private HostJsonFile(string text)
    {
        Path = System.IO.Path.GetTempFileName();
        File.WriteAllText(Path, text);
    }

    public string Path { get; }

    public static HostJsonFile Of(string text) => new(text);

    public static HostJsonFile Of(
        int batchSize = 4, int newBatchThreshold = 2, int visibilitySeconds = 0, int maxDequeueCount = 5, string functionTimeout = "00:05:00") => new(
        string.Create(CultureInfo.InvariantCulture, $$"""
        { // As the host reads it, comments are allowed.
          "version": "2.0",
          "functionTimeout": "{{functionTimeout}}",
          "extensions": {
            "http": { "routePrefix": "" },
            "queues": {
              "messageEncoding": "none", "batchSize": {{batchSize}}, "newBatchThreshold": {{newBatchThreshold}},
              "visibilityTimeout": "00:00:{{visibilitySeconds:00}}", "maxDequeueCount": {{maxDequeueCount}}, "maxPollingInterval": "00:00:00.1"
            }
          }
        }
        """));

    public void Dispose() => File.Delete(Path);
}
