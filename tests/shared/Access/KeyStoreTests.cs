using Microsoft.Extensions.Time.Testing;
using Monitor.Shared.Access;
using Monitor.Tests.Support;
using Xunit;

namespace Monitor.Shared.Tests.Access;

public sealed class KeyStoreTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
    private readonly MemoryTable<KeyRow> table;
    private readonly KeyStore keys;

    public KeyStoreTests()
    {
        table = new MemoryTable<KeyRow>(clock);
        keys = new KeyStore(table, clock);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_many_that_start_at_once_one_makes_the_first_key()
    {
        string?[] made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => keys.EnsureSupervisorKeyAsync(Cancellation), Cancellation)));

        Assert.Single(made, key => key is not null);
    }

    [Fact]
    public async Task Only_the_whole_key_is_one()
    {
        string key = (await keys.CreateAsync(Role.Supervisor, null, "Test", "local", null, Cancellation)).Secret;
        string[] parts = key.Split('_');

        Assert.NotNull(await keys.FindAsync(key, Cancellation));
        foreach (string? other in new[]
        {
            null, "", parts[1], parts[2], $"mon_{parts[1]}", $"mon_{parts[1]}_", key + "a", key[..^1], key.ToUpperInvariant(),
            $"mon_{parts[1]}_{parts[2]}_", $"mon_#_{parts[2]}", $"mon__{parts[2]}", new string('x', 10_000),
        })
            Assert.Null(await keys.FindAsync(other, Cancellation));
    }

    [Fact]
    public async Task Taking_back_a_key_again_keeps_the_first_time()
    {
        string id = (await keys.CreateAsync(Role.Supervisor, null, "Test", "local", null, Cancellation)).Row.RowKey;
        KeyRow? first = await keys.RevokeAsync(id, Cancellation);
        clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(first!.RevokedAt, (await keys.RevokeAsync(id, Cancellation))!.RevokedAt);
        Assert.Null(await keys.FindLiveAsync(id, Cancellation));
    }

    [Fact]
    public async Task Of_a_secret_only_its_hash_is_kept()
    {
        string key = (await keys.CreateAsync(Role.Supervisor, null, "Test", "local", null, Cancellation)).Secret;

        await foreach (KeyRow row in table.ReadAllAsync(Cancellation))
        {
            Assert.Equal(64, row.SecretHash.Length);
            Assert.DoesNotContain(key.Split('_')[2], row.ToString(), StringComparison.Ordinal);
        }
    }
}
