using Monitor.Shared.Storage;
using Xunit;

namespace Monitor.Shared.Tests.Storage;

/// <summary>How tables list and page, the in-memory twin and Azure's alike.</summary>
public abstract class ListingContract
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected abstract Task<ITable<SampleRow>> TableAsync();

    [Fact]
    public async Task A_partition_is_read_in_key_order_by_prefix()
    {
        ITable<SampleRow> table = await TableAsync();
        await table.PutAllAsync([Row("b|2"), Row("a|1"), Row("b|10"), Row("B|3"), Row("b"), Row("c|1"), SampleRow.Of("other", "b|1")], Cancellation);

        Assert.Equal(["B|3", "a|1", "b", "b|10", "b|2", "c|1"], await KeysAsync(table, ""));
        Assert.Equal(["b|10", "b|2"], await KeysAsync(table, "b|"));
        Assert.Empty(await KeysAsync(table, "d"));
    }

    [Fact]
    public async Task A_quote_in_a_key_or_prefix_is_only_text()
    {
        ITable<SampleRow> table = await TableAsync();
        await table.PutAllAsync([Row("o'hara|1"), Row("x")], Cancellation);

        Assert.Equal(["o'hara|1"], await KeysAsync(table, "o'"));
        Assert.Empty(await table.ReadAsync("' or PartitionKey ne '", "", Cancellation).ToArrayAsync(Cancellation));
    }

    [Fact]
    public async Task A_list_longer_than_one_answer_of_the_service_is_read_whole()
    {
        ITable<SampleRow> table = await TableAsync();
        await table.PutAllAsync([.. Enumerable.Range(0, 1100).Select(i => Row($"{i:0000}"))], Cancellation);

        Assert.Equal(1100, (await KeysAsync(table, "")).Count);
        Assert.Equal(1100, await table.ReadAllAsync(Cancellation).CountAsync(Cancellation));
        RowPage<SampleRow> first = await table.PageAsync("p", "", 1000, null, Cancellation);
        RowPage<SampleRow> second = await table.PageAsync("p", "", 1000, first.ContinuationToken, Cancellation);
        Assert.Equal((1000, 100, null), (first.Rows.Count, second.Rows.Count, second.ContinuationToken));
    }

    [Theory]
    [InlineData(5, 1)]
    [InlineData(5, 2)]
    [InlineData(6, 3)]
    [InlineData(3, 3)]
    [InlineData(0, 3)]
    public async Task Pages_give_every_row_once_and_the_last_has_no_token(int rows, int limit)
    {
        ITable<SampleRow> table = await TableAsync();
        string[] keys = [.. Enumerable.Range(0, rows).Select(i => $"k|{i}")];
        await table.PutAllAsync([.. keys.Select(k => Row(k)), Row("j"), Row("l"), SampleRow.Of("q", "k|0")], Cancellation);

        var seen = new List<string>();
        string? token = null;
        int pages = 0;
        do
        {
            RowPage<SampleRow> page = await table.PageAsync("p", "k|", limit, token, Cancellation);
            seen.AddRange(page.Rows.Select(r => r.RowKey));
            token = page.ContinuationToken;
            pages++;
        }
        while (token is not null);

        Assert.Equal(keys, seen);
        Assert.Equal(Math.Max(1, (rows + limit - 1) / limit), pages);
    }

    [Fact]
    public async Task A_token_is_safe_in_an_address_and_holds_while_rows_come_and_go()
    {
        ITable<SampleRow> table = await TableAsync();
        await table.PutAllAsync([Row("a|ø ~+"), Row("b"), Row("c")], Cancellation);
        RowPage<SampleRow> first = await table.PageAsync("p", "", 1, null, Cancellation);
        await table.DeleteAsync("p", first.Rows[0].RowKey, Cancellation);
        await table.PutAsync(Row("a"), Cancellation);

        RowPage<SampleRow> second = await table.PageAsync("p", "", 1, first.ContinuationToken, Cancellation);

        Assert.Equal(first.ContinuationToken, Uri.EscapeDataString(first.ContinuationToken!));
        Assert.Equal("b", Assert.Single(second.Rows).RowKey);
    }

    [Fact]
    public async Task A_token_of_another_list_opens_nothing_beyond_the_list_asked_for()
    {
        ITable<SampleRow> table = await TableAsync();
        await table.PutAllAsync([SampleRow.Of("other", "a"), SampleRow.Of("other", "z"), Row("b")], Cancellation);
        RowPage<SampleRow> other = await table.PageAsync("other", "", 1, null, Cancellation);

        RowPage<SampleRow> page = await table.PageAsync("p", "", 10, other.ContinuationToken, Cancellation);

        Assert.Equal([("p", "b")], page.Rows.Select(r => (r.PartitionKey, r.RowKey)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("not a token")]
    [InlineData("YWJj")]
    [InlineData("azEu")]
    [InlineData("azEuYS9i")]
    [InlineData("azEu_w")]
    [InlineData("' or true")]
    public async Task An_unreadable_token_is_a_format_error(string token)
    {
        ITable<SampleRow> table = await TableAsync();

        await Assert.ThrowsAsync<FormatException>(() => table.PageAsync("p", "", 10, token, Cancellation));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task A_page_has_1_to_1000_rows(int limit)
    {
        ITable<SampleRow> table = await TableAsync();

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => table.PageAsync("p", "", limit, null, Cancellation));
    }

    private static SampleRow Row(string key) => SampleRow.Of("p", key);

    private static async Task<IReadOnlyList<string>> KeysAsync(ITable<SampleRow> table, string prefix) =>
        await table.ReadAsync("p", prefix, Cancellation).Select(r => r.RowKey).ToArrayAsync(Cancellation);
}
