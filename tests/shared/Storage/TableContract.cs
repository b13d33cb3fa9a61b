using Monitor.Shared.Storage;
using Xunit;

namespace Monitor.Shared.Tests.Storage;

/// <summary>What every table does, the in-memory twin and Azure's alike: what other tests learn from the twin then holds in production.</summary>
public abstract class TableContract
{
    private const string Partition = "991825827";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected abstract Task<ITable<TRow>> TableAsync<TRow>() where TRow : Row, IStoredRow, new();

    [Fact]
    public async Task A_row_comes_back_as_it_was_written()
    {
        ITable<SampleRow> table = await TableAsync<SampleRow>();
        var row = new SampleRow
        {
            PartitionKey = Partition,
            RowKey = "a|b-c.d:e 'æ'",
            Text = "Blåbærsyltetøy \"<&>\" 😀\n",
            MaybeText = "",
            Number = -7,
            MaybeNumber = 7,
            Long = long.MaxValue,
            Ratio = 0.1,
            Flag = true,
            At = new DateTimeOffset(2026, 11, 24, 12, 0, 0, 123, TimeSpan.Zero).AddTicks(4567),
            MaybeAt = new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.FromHours(1)),
            Kind = SampleKind.Second,
            MaybeKind = SampleKind.First,
        };
        await table.TryInsertAsync(row, Cancellation);

        SampleRow? read = await table.FindAsync(row.PartitionKey, row.RowKey, Cancellation);

        Assert.NotNull(read);
        Assert.Equal(row.Content, read.Content);
        Assert.NotNull(read.Timestamp);
    }

    [Fact]
    public async Task Empty_columns_come_back_empty()
    {
        ITable<SampleRow> table = await TableAsync<SampleRow>();
        var row = SampleRow.Of(Partition, "a");
        await table.TryInsertAsync(row, Cancellation);

        SampleRow? read = await table.FindAsync(Partition, "a", Cancellation);

        Assert.Equal(row.Content, read?.Content);
    }

    [Fact]
    public async Task A_text_cut_in_the_middle_of_a_character_can_be_stored()
    {
        ITable<SampleRow> table = await TableAsync<SampleRow>();

        SampleRow? stored = await table.TryInsertAsync(SampleRow.Of(Partition, "a", "cut \ud83d"), Cancellation);
        await table.PutAllAsync([SampleRow.Of(Partition, "b", "cut \ud83d"), SampleRow.Of(Partition, "c", "cut \ud83d")], Cancellation);

        Assert.NotNull(stored);
        Assert.StartsWith("cut ", (await table.FindAsync(Partition, "b", Cancellation))?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_is_not_there_is_null()
    {
        ITable<SampleRow> table = await TableAsync<SampleRow>();

        Assert.Null(await table.FindAsync(Partition, "a", Cancellation));
    }

    [Fact]
    public async Task Tables_are_apart()
    {
        (ITable<SampleRow> samples, ITable<OtherRow> others) = (await TableAsync<SampleRow>(), await TableAsync<OtherRow>());
        await samples.PutAsync(SampleRow.Of(Partition, "a"), Cancellation);

        Assert.Null(await others.FindAsync(Partition, "a", Cancellation));
    }

    [Fact]
    public async Task The_second_insert_of_a_key_is_refused_and_changes_nothing()
    {
        ITable<SampleRow> table = await TableAsync<SampleRow>();
        Assert.NotNull(await table.TryInsertAsync(SampleRow.Of(Partition, "a", "first"), Cancellation));

        Assert.Null(await table.TryInsertAsync(SampleRow.Of(Partition, "a", "second"), Cancellation));

        Assert.Equal("first", (await table.FindAsync(Partition, "a", Cancellation))?.Text);
    }

    [Fact]
    public async Task A_row_that_was_read_is_no_write_of_ours_when_it_is_inserted_again()
    {
        ITable<SampleRow> table = await TableAsync<SampleRow>();
        SampleRow? stored = await table.TryInsertAsync(SampleRow.Of(Partition, "a"), Cancellation);

        Assert.Null(await table.TryInsertAsync(stored!, Cancellation));
    }

    [Fact]
    public async Task Writing_leaves_the_given_row_alone()
    {
        ITable<SampleRow> table = await TableAsync<SampleRow>();
        var row = SampleRow.Of(Partition, "a");

        SampleRow? stored = await table.TryInsertAsync(row, Cancellation);

        Assert.Equal(default, row.ETag);
        Assert.Null(row.WriteId);
        Assert.NotEqual(default, stored!.ETag);
    }

    [Fact]
    public async Task Putting_inserts_and_replaces()
    {
        ITable<SampleRow> table = await TableAsync<SampleRow>();
        await table.PutAsync(SampleRow.Of(Partition, "a", "first") with { MaybeNumber = 1 }, Cancellation);
        SampleRow put = await table.PutAsync(SampleRow.Of(Partition, "a", "second"), Cancellation);

        SampleRow? read = await table.FindAsync(Partition, "a", Cancellation);
        Assert.Equal(("second", null), (read?.Text, read?.MaybeNumber));
        Assert.Equal(put.ETag, read?.ETag);
    }

    [Fact]
    public async Task Many_rows_of_many_partitions_are_put()
    {
        ITable<SampleRow> table = await TableAsync<SampleRow>();
        SampleRow[] rows = [.. from partition in new[] { "p1", "p2" } from i in Enumerable.Range(0, 130) select SampleRow.Of(partition, $"{i:000}")];

        await table.PutAllAsync(rows, Cancellation);

        Assert.Equal(rows.Select(r => (r.PartitionKey, r.RowKey)), (await Read(table.ReadAllAsync(Cancellation))).Select(r => (r.PartitionKey, r.RowKey)));
    }

    [Fact]
    public async Task Many_big_rows_are_put()
    {
        ITable<SampleRow> table = await TableAsync<SampleRow>();
        string text = new('æ', RowLimits.TextCharacters);
        SampleRow[] rows = [.. Enumerable.Range(0, 40).Select(i => SampleRow.Of(Partition, $"{i:000}", text))];

        await table.PutAllAsync(rows, Cancellation);

        Assert.Equal(40, (await Read(table.ReadAsync(Partition, "", Cancellation))).Count(r => r.Text == text));
    }

    [Fact]
    public async Task Of_a_key_put_twice_at_once_the_last_stands()
    {
        ITable<SampleRow> table = await TableAsync<SampleRow>();

        await table.PutAllAsync([SampleRow.Of(Partition, "a", "first"), SampleRow.Of(Partition, "a", "last")], Cancellation);

        Assert.Equal("last", (await table.FindAsync(Partition, "a", Cancellation))?.Text);
    }

    [Fact]
    public async Task Putting_nothing_does_nothing()
    {
        ITable<SampleRow> table = await TableAsync<SampleRow>();

        await table.PutAllAsync([], Cancellation);

        Assert.Empty(await Read(table.ReadAllAsync(Cancellation)));
    }

    [Fact]
    public async Task A_row_beyond_the_limits_is_refused_before_anything_is_written()
    {
        ITable<SampleRow> table = await TableAsync<SampleRow>();
        var tooLong = SampleRow.Of(Partition, "b", new string('x', RowLimits.TextCharacters + 1));

        await Assert.ThrowsAsync<InvalidOperationException>(() => table.TryInsertAsync(tooLong, Cancellation));
        await Assert.ThrowsAsync<InvalidOperationException>(() => table.PutAsync(tooLong, Cancellation));
        await Assert.ThrowsAsync<InvalidOperationException>(() => table.PutAllAsync([SampleRow.Of(Partition, "a"), tooLong], Cancellation));
        await Assert.ThrowsAsync<InvalidOperationException>(() => table.PutAsync(SampleRow.Of(Partition, "a/b"), Cancellation));

        Assert.Empty(await Read(table.ReadAllAsync(Cancellation)));
    }

    [Fact]
    public async Task A_deleted_row_is_gone_and_deleting_it_again_is_no_error()
    {
        ITable<SampleRow> table = await TableAsync<SampleRow>();
        await table.PutAsync(SampleRow.Of(Partition, "a"), Cancellation);

        await table.DeleteAsync(Partition, "a", Cancellation);
        await table.DeleteAsync(Partition, "a", Cancellation);

        Assert.Null(await table.FindAsync(Partition, "a", Cancellation));
    }

    private static async Task<IReadOnlyList<SampleRow>> Read(IAsyncEnumerable<SampleRow> rows) => await rows.ToArrayAsync(Cancellation);
}
