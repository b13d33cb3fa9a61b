using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Monitor.Shared.Storage;
using Monitor.Tests.Support;
using Xunit;

namespace Monitor.Shared.Tests.Storage;

/// <summary>A retry after a lost answer looks like a conflict; our own write is recognised and counts as done.</summary>
public sealed class LostAnswerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_insert_whose_answer_was_lost_succeeded()
    {
        (AzureTable<SampleRow> table, LostAnswers lost) = await TableAsync(RequestMethod.Post, "/samples");

        SampleRow? stored = await table.TryInsertAsync(SampleRow.Of("p", "a", "ours"), Cancellation);

        Assert.Equal(1, lost.Lost);
        Assert.Equal("ours", stored?.Text);
        Assert.NotNull(await table.TryReplaceAsync(stored! with { Text = "next" }, Cancellation));
    }

    [Fact]
    public async Task A_replacement_whose_answer_was_lost_succeeded()
    {
        (AzureTable<SampleRow> table, LostAnswers lost) = await TableAsync(RequestMethod.Put, "/samples(");
        SampleRow? row = await table.TryInsertAsync(SampleRow.Of("p", "a"), Cancellation);

        SampleRow? stored = await table.TryReplaceAsync(row! with { Text = "ours" }, Cancellation);

        Assert.Equal(1, lost.Lost);
        Assert.Equal("ours", stored?.Text);
        Assert.Equal(stored?.ETag, (await table.FindAsync("p", "a", Cancellation))?.ETag);
    }

    [Fact]
    public async Task A_blob_whose_answer_was_lost_was_created_by_us()
    {
        var lost = new LostAnswers(RequestMethod.Put, "/monitor/");
        var options = new BlobClientOptions { Retry = { Delay = TimeSpan.FromMilliseconds(1) } };
        options.AddPolicy(lost, HttpPipelinePosition.PerRetry);
        var blobs = new AzureBlobs(new BlobServiceClient((await Azurite.SharedAsync()).NewAccount(), options));

        Assert.True(await blobs.TryCreateAsync("a", BinaryData.FromString("ours"), "text/plain", Cancellation));
        Assert.Equal(1, lost.Lost);
        Assert.False(await blobs.TryCreateAsync("a", BinaryData.FromString("ours"), "text/plain", Cancellation));
    }

    private static async Task<(AzureTable<SampleRow> Table, LostAnswers Lost)> TableAsync(RequestMethod method, string address)
    {
        var lost = new LostAnswers(method, address);
        var options = new TableClientOptions { Retry = { Delay = TimeSpan.FromMilliseconds(1) } };
        options.AddPolicy(lost, HttpPipelinePosition.PerRetry);
        return (new AzureTable<SampleRow>(new TableServiceClient((await Azurite.SharedAsync()).NewAccount(), options)), lost);
    }
}
