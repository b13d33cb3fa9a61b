using Azure;
using Monitor.Shared.Storage;
using Xunit;

namespace Monitor.Shared.Tests.Storage;

/// <summary>How a row is replaced against the version read, in the in-memory twin and in Azure's tables alike.</summary>
public abstract class ReplacementContract
{
    private const string Partition = "991825827";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected abstract Task<ITable<SampleRow>> TableAsync();

    [Fact]
    public async Task A_row_is_replaced_whole_against_the_version_read()
    {
        ITable<SampleRow> table = await TableAsync();
        await table.PutAsync(SampleRow.Of(Partition, "a", "first") with { MaybeText = "gone later" }, Cancellation);
        SampleRow? read = await table.FindAsync(Partition, "a", Cancellation);

        SampleRow? replaced = await table.TryReplaceAsync(read! with { Text = "second", MaybeText = null }, Cancellation);

        SampleRow? after = await table.FindAsync(Partition, "a", Cancellation);
        Assert.Equal("second", after?.Text);
        Assert.Null(after?.MaybeText);
        Assert.Equal(after?.ETag, replaced?.ETag);
        Assert.NotEqual(read!.ETag, after?.ETag);
    }

    [Fact]
    public async Task A_replacement_chains_on_the_version_returned()
    {
        ITable<SampleRow> table = await TableAsync();
        SampleRow row = await table.PutAsync(SampleRow.Of(Partition, "a", "0"), Cancellation);
        for (int i = 1; i <= 3; i++)
        {
            SampleRow? replaced = await table.TryReplaceAsync(row with { Number = i }, Cancellation);
            Assert.NotNull(replaced);
            row = replaced;
        }

        Assert.Equal(3, (await table.FindAsync(Partition, "a", Cancellation))?.Number);
    }

    [Fact]
    public async Task A_replacement_against_an_older_version_is_refused()
    {
        ITable<SampleRow> table = await TableAsync();
        SampleRow old = await table.PutAsync(SampleRow.Of(Partition, "a", "first"), Cancellation);
        await table.TryReplaceAsync(old with { Text = "second" }, Cancellation);

        Assert.Null(await table.TryReplaceAsync(old with { Text = "third" }, Cancellation));

        Assert.Equal("second", (await table.FindAsync(Partition, "a", Cancellation))?.Text);
    }

    [Fact]
    public async Task A_replacement_of_a_row_that_went_is_refused()
    {
        ITable<SampleRow> table = await TableAsync();
        SampleRow row = await table.PutAsync(SampleRow.Of(Partition, "a"), Cancellation);
        await table.DeleteAsync(Partition, "a", Cancellation);

        Assert.Null(await table.TryReplaceAsync(row, Cancellation));
    }

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    public async Task A_replacement_without_a_version_is_refused(string version)
    {
        ITable<SampleRow> table = await TableAsync();
        await table.PutAsync(SampleRow.Of(Partition, "a", "first"), Cancellation);

        ETag etag = version.Length == 0 ? default : new ETag(version);
        Assert.Null(await table.TryReplaceAsync(SampleRow.Of(Partition, "a", "second") with { ETag = etag }, Cancellation));

        Assert.Equal("first", (await table.FindAsync(Partition, "a", Cancellation))?.Text);
    }

    [Fact]
    public async Task Of_many_concurrent_replacements_one_wins()
    {
        ITable<SampleRow> table = await TableAsync();
        SampleRow row = await table.PutAsync(SampleRow.Of(Partition, "a"), Cancellation);

        SampleRow?[] results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => table.TryReplaceAsync(row with { Number = i }, Cancellation)));

        Assert.Single(results, r => r is not null);
    }

    [Fact]
    public async Task Concurrent_updates_are_all_kept()
    {
        ITable<SampleRow> table = await TableAsync();
        await table.PutAsync(SampleRow.Of(Partition, "a"), Cancellation);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => table.UpdateAsync(Partition, "a", r => r with { Number = r.Number + 1 }, Cancellation)));

        Assert.Equal(4, (await table.FindAsync(Partition, "a", Cancellation))?.Number);
    }
}
