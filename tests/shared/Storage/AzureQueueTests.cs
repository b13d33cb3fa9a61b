using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;
using Monitor.Tests.Support;
using Xunit;

namespace Monitor.Shared.Tests.Storage;

public sealed class AzureQueueTests
{
    private static readonly CheckAgencyMessage Message = new(OrgNumber.Parse("991825827"));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_is_sent_as_plain_json_and_never_expires()
    {
        (IQueues queues, QueueServiceClient service) = await QueuesAsync();

        await queues.SendAsync(Message, Cancellation);

        QueueMessage received = await service.GetQueueClient("registry-checks").ReceiveMessageAsync(cancellationToken: Cancellation);
        Assert.Equal("""{"agency":"991825827"}""", received.Body.ToString());
        Assert.Equal(Message, QueueMessages.Read<CheckAgencyMessage>(received.Body.ToString()));
        Assert.Equal(9999, received.ExpiresOn!.Value.Year);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(7 * 24 * 3600)]
    public async Task A_delayed_message_is_there_and_not_yet_visible(int seconds)
    {
        (IQueues queues, QueueServiceClient service) = await QueuesAsync();

        await queues.SendAsync(Message, TimeSpan.FromSeconds(seconds), Cancellation);

        QueueClient queue = service.GetQueueClient("registry-checks");
        Assert.Equal(1, (await queue.GetPropertiesAsync(Cancellation)).Value.ApproximateMessagesCount);
        Assert.Null((await queue.ReceiveMessageAsync(cancellationToken: Cancellation)).Value);
    }

    [Fact]
    public async Task A_queue_is_made_with_its_poison_queue()
    {
        (IQueues queues, QueueServiceClient service) = await QueuesAsync();

        await queues.SendAsync(Message, Cancellation);
        await queues.SendAsync(Message, Cancellation);

        Assert.Equal(["registry-checks", "registry-checks-poison"], await service.GetQueuesAsync(cancellationToken: Cancellation).Select(q => q.Name).ToArrayAsync(Cancellation));
    }

    private static async Task<(IQueues Queues, QueueServiceClient Service)> QueuesAsync()
    {
        IServiceProvider services = await AzuriteStorage.NewAsync();
        return (services.GetRequiredService<IQueues>(), services.GetRequiredService<QueueServiceClient>());
    }
}
