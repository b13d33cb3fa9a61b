using Monitor.Shared.Storage;
using Xunit;

namespace Monitor.Shared.Tests.Storage;

public sealed class RowBatchTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(100, 1)]
    [InlineData(101, 2)]
    [InlineData(250, 3)]
    public void A_batch_has_at_most_a_hundred_rows(int rows, int batches)
    {
        IReadOnlyList<SampleRow>[] split = [.. RowBatches.Split([.. Enumerable.Range(0, rows).Select(i => SampleRow.Of("p", $"{i:000}"))])];

        Assert.Equal(batches, split.Length);
        Assert.Equal(rows, split.Sum(b => b.Count));
        Assert.All(split, b => Assert.InRange(b.Count, 1, RowLimits.BatchRows));
    }

    [Fact]
    public void A_batch_has_one_partition()
    {
        IReadOnlyList<SampleRow>[] split = [.. RowBatches.Split([SampleRow.Of("p", "a"), SampleRow.Of("q", "a"), SampleRow.Of("p", "b")])];

        Assert.Equal(["a,b", "a"], split.Select(b => string.Join(',', b.Select(r => r.RowKey))));
        Assert.All(split, b => Assert.Single(b.Select(r => r.PartitionKey).Distinct()));
    }

    [Theory]
    [InlineData('x', 40, 1)]
    [InlineData('æ', 40, 2)]
    [InlineData('\ud83d', 40, 2)]
    public void A_batch_has_at_most_four_mebibytes_as_they_are_sent(char letter, int rows, int batches)
    {
        string text = new(letter, RowLimits.TextCharacters);
        IReadOnlyList<SampleRow>[] split = [.. RowBatches.Split([.. Enumerable.Range(0, rows).Select(i => SampleRow.Of("p", $"{i:00}", text))])];

        Assert.Equal(batches, split.Length);
        Assert.All(split, b => Assert.InRange(b.Sum(RowBatches.SentBytes), 1, RowLimits.BatchBytes));
    }

    [Fact]
    public void A_key_given_twice_counts_once_with_its_last_row()
    {
        IReadOnlyList<SampleRow> batch = Assert.Single(RowBatches.Split([SampleRow.Of("p", "a", "first"), SampleRow.Of("p", "b"), SampleRow.Of("p", "a", "last")]));

        Assert.Equal([("a", "last"), ("b", "")], batch.Select(r => (r.RowKey, r.Text)));
    }

    [Fact]
    public void Nothing_makes_no_batch()
    {
        Assert.Empty(RowBatches.Split<SampleRow>([]));
    }
}
