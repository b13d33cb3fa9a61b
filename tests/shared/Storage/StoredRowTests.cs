using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Shared.Storage;
using Monitor.Tests.Support;
using Xunit;

namespace Monitor.Shared.Tests.Storage;

/// <summary>Every kind of row that the product keeps survives Azure Table Storage, each of its columns filled.</summary>
public sealed class StoredRowTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<Type> Rows => [.. typeof(Row).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(Row)))];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Every_row_comes_back_as_it_was_written(Type row)
    {
        IServiceProvider services = await AzuriteStorage.NewAsync();
        await (Task)typeof(StoredRowTests).GetMethod(nameof(RoundTripAsync), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(row).Invoke(null, [services])!;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Every_table_has_a_name_that_the_service_takes(Type row)
    {
        string name = (string)row.GetProperty(nameof(IStoredRow.Table))!.GetValue(null)!;

        Assert.Matches("^[A-Za-z][A-Za-z0-9]{2,62}$", name);
    }

    private static async Task RoundTripAsync<TRow>(IServiceProvider services) where TRow : Row, IStoredRow, new()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        ITable<TRow> table = services.GetRequiredService<ITable<TRow>>();
        var empty = new TRow { PartitionKey = "p", RowKey = "empty" };
        var full = new TRow();
        foreach (PropertyInfo column in RowLimits.ColumnsOf(typeof(TRow)))
            column.SetValue(full, Sample(column.PropertyType, column.GetValue(full)));
        full = full with { PartitionKey = "p", RowKey = "full" };

        await table.TryInsertAsync(empty, cancellation);
        await table.PutAllAsync([full], cancellation);

        Assert.Equal(empty, Content(await table.FindAsync("p", "empty", cancellation)));
        Assert.Equal(Content(full), Content(await table.FindAsync("p", "full", cancellation)));
    }

    private static TRow Content<TRow>(TRow? row) where TRow : Row => row! with { ETag = default, Timestamp = null, WriteId = null };

    private static object? Sample(Type type, object? current)
    {
        Type kind = Nullable.GetUnderlyingType(type) ?? type;
        return kind switch
        {
            _ when kind == typeof(string) => "blåbær",
            _ when kind == typeof(DateTimeOffset) => At,
            _ when kind == typeof(int) => 7,
            _ when kind == typeof(long) => long.MaxValue - 1,
            _ when kind == typeof(double) => 0.25,
            _ when kind == typeof(bool) => true,
            _ when kind.IsEnum => Enum.GetValues(kind).GetValue(Enum.GetValues(kind).Length - 1),
            _ => current,
        };
    }
}
