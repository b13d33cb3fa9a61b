using Azure.Core;
using Azure.Core.Pipeline;

namespace Monitor.Shared.Tests.Storage;

/// <summary>Lets the first write of a kind reach storage and loses its answer, as a broken connection does; the client then retries what has already happened.</summary>
internal sealed class LostAnswers(RequestMethod method, string address) : HttpPipelinePolicy
{
    private int lost;

    public int Lost => lost;

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline);
        if (message.Request.Method == method && message.Request.Uri.ToString().Contains(address, StringComparison.Ordinal) && Interlocked.CompareExchange(ref lost, 1, 0) == 0)
            throw new IOException("The answer was lost.");
    }
}
