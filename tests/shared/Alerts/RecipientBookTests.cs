using Monitor.Shared.Alerts;
using Monitor.Tests.Support.Mail;
using Xunit;

namespace Monitor.Shared.Tests.Alerts;

public sealed class RecipientBookTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_address_gets_one_opt_in_mail_and_nothing_else()
    {
        await using MailServer server = MailServer.Start();
        await using var world = new AlertWorld(server);
        await world.RegisterAsync();

        await ReplaceAsync(world, [AlertWorld.Address]);
        await world.PlanAsync(world.Changes());
        await world.DrainAsync();
        await ReplaceAsync(world, [AlertWorld.Address]);
        await world.DrainAsync();

        Assert.Equal([AlertWorld.Address], Assert.Single(server.Received).To);
        Assert.Equal(AlertKind.OptIn, (await world.OutboxAsync()).Kind);
    }

    [Fact]
    public async Task Listing_it_again_in_later_months_asks_no_second_time()
    {
        await using MailServer server = MailServer.Start();
        await using var world = new AlertWorld(server);
        await world.RegisterAsync();
        await ReplaceAsync(world, [AlertWorld.Address]);
        await world.DrainAsync();

        world.Clock.Advance(TimeSpan.FromDays(70));
        await ReplaceAsync(world, [AlertWorld.Address]);
        await world.DrainAsync();

        Assert.Single(server.Received);
    }

    [Fact]
    public async Task Taking_it_off_and_listing_it_again_asks_at_most_once_a_month()
    {
        await using MailServer server = MailServer.Start();
        await using var world = new AlertWorld(server);
        await world.RegisterAsync();
        for (int i = 0; i < 3; i++)
        {
            await ReplaceAsync(world, [AlertWorld.Address]);
            await world.DrainAsync();
            await ReplaceAsync(world, []);
        }
        Assert.Single(server.Received);

        world.Clock.Advance(TimeSpan.FromDays(31));
        await ReplaceAsync(world, [AlertWorld.Address]);
        await world.DrainAsync();

        Assert.Equal(2, server.Received.Count);
    }

    [Fact]
    public async Task The_same_address_of_two_agencies_is_asked_by_each()
    {
        await using MailServer server = MailServer.Start();
        await using var world = new AlertWorld(server);
        await world.RegisterAsync();
        await ReplaceAsync(world, [AlertWorld.Address]);

        await world.Get<RecipientBook>().ReplaceAsync(world.Agency with { RowKey = "974760673", Name = "Andre" }, [AlertWorld.Address], null, Cancellation);
        await world.DrainAsync();

        Assert.Equal(2, server.Received.Count);
        Assert.NotEqual(server.Received[0].Bytes, server.Received[1].Bytes);
    }

    [Fact]
    public async Task The_list_tells_each_address_with_what_its_owner_said()
    {
        await using var world = new AlertWorld();
        await world.RegisterAsync("b@brandvik.example");
        await ReplaceAsync(world, ["b@brandvik.example", " A@Brandvik.Example ", "c@brandvik.example", "C@brandvik.example"]);
        RecipientRow third = await world.RecipientAsync("c@brandvik.example");
        await world.Table<RecipientRow>().TryReplaceAsync(third with { UnsubscribedAt = world.Clock.GetUtcNow(), Refused = "550" }, Cancellation);

        ContactList list = await ReadAsync(world);

        Assert.Equal(
            [
                new Contact("A@brandvik.example", ConsentState.Asked, world.Clock.GetUtcNow(), null),
                new Contact("b@brandvik.example", ConsentState.Confirmed, world.Clock.GetUtcNow(), null),
                new Contact("c@brandvik.example", ConsentState.Unsubscribed, world.Clock.GetUtcNow(), "550"),
            ],
            list.Contacts);
    }

    [Fact]
    public async Task An_agency_without_a_list_has_an_empty_one() =>
        Assert.Equal("none", (await ReadAsync(new AlertWorld())).Version);

    [Fact]
    public async Task Addresses_that_are_none_are_named_and_nothing_is_changed()
    {
        await using var world = new AlertWorld();
        await world.RegisterAsync(AlertWorld.Address);

        ContactListChange change = await ReplaceAsync(world, ["ny@brandvik.example", "ikke en adresse", "x@\r\nBcc: y@z.no"]);

        Assert.Equal(["ikke en adresse", "x@\r\nBcc: y@z.no"], Assert.IsType<ContactListChange.NotAddresses>(change).Addresses);
        Assert.Equal([AlertWorld.Address], (await ReadAsync(world)).Contacts.Select(c => c.Email));
        Assert.Empty(world.Queues.Sent);
    }

    [Theory]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public async Task Twenty_addresses_are_the_most(int count, bool allowed)
    {
        await using var world = new AlertWorld();
        await world.RegisterAsync();

        ContactListChange change = await ReplaceAsync(world, [.. Enumerable.Range(0, count).Select(i => $"p{i}@brandvik.example")]);

        Assert.Equal(allowed ? typeof(ContactListChange.Replaced) : typeof(ContactListChange.TooMany), change.GetType());
        Assert.Equal(allowed ? count : 0, (await ReadAsync(world)).Contacts.Count);
    }

    [Fact]
    public async Task A_change_to_a_version_that_is_gone_is_refused()
    {
        await using var world = new AlertWorld();
        await world.RegisterAsync();
        var book = world.Get<RecipientBook>();
        string none = (await ReadAsync(world)).Version;
        ContactList first = Assert.IsType<ContactListChange.Replaced>(await book.ReplaceAsync(world.Agency, ["a@b.example"], none, Cancellation)).List;
        Assert.IsType<ContactListChange.Replaced>(await book.ReplaceAsync(world.Agency, ["c@d.example"], first.Version, Cancellation));

        Assert.IsType<ContactListChange.Outdated>(await book.ReplaceAsync(world.Agency, ["e@f.example"], first.Version, Cancellation));
        Assert.IsType<ContactListChange.Outdated>(await book.ReplaceAsync(world.Agency, ["e@f.example"], none, Cancellation));
        Assert.Equal(["c@d.example"], (await ReadAsync(world)).Contacts.Select(c => c.Email));
    }

    [Fact]
    public async Task Of_changes_at_the_same_time_to_one_version_one_is_made()
    {
        await using var world = new AlertWorld();
        await world.RegisterAsync();
        var book = world.Get<RecipientBook>();
        string version = (await ReadAsync(world)).Version;

        ContactListChange[] changes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            Task.Run(() => book.ReplaceAsync(world.Agency, [$"p{i}@brandvik.example"], version, Cancellation), Cancellation)));

        Assert.Single(changes.OfType<ContactListChange.Replaced>());
        Assert.Single((await ReadAsync(world)).Contacts);
    }

    [Fact]
    public async Task The_version_changes_when_an_owner_answers()
    {
        await using var world = new AlertWorld();
        await world.RegisterAsync();
        await ReplaceAsync(world, [AlertWorld.Address]);
        string before = (await ReadAsync(world)).Version;
        Assert.Equal(before, (await ReadAsync(world)).Version);

        await world.Get<Consent>().ConfirmAsync(ConsentTests.OptIn(world), Cancellation);

        Assert.NotEqual(before, (await ReadAsync(world)).Version);
    }

    [Fact]
    public async Task Who_stays_on_the_list_keeps_consent()
    {
        await using var world = new AlertWorld();
        await world.RegisterAsync(AlertWorld.Address);

        await ReplaceAsync(world, ["ny@brandvik.example", AlertWorld.Address]);

        Assert.Equal(ConsentState.Confirmed, (await world.RecipientAsync()).Consent);
    }

    [Fact]
    public async Task Who_is_taken_off_is_forgotten_and_must_confirm_anew()
    {
        await using var world = new AlertWorld();
        await world.RegisterAsync(AlertWorld.Address);

        await ReplaceAsync(world, []);
        Assert.Empty(await world.AllAsync<RecipientRow>());
        await ReplaceAsync(world, [AlertWorld.Address]);

        Assert.Equal(ConsentState.Asked, (await world.RecipientAsync()).Consent);
    }

    [Fact]
    public async Task Of_who_unsubscribed_only_the_hash_is_kept_and_listing_the_address_again_asks_nobody()
    {
        await using MailServer server = MailServer.Start();
        await using var world = new AlertWorld(server);
        await world.RegisterAsync(AlertWorld.Address);
        await world.Get<Consent>().UnsubscribeAsync(ConsentTests.Leave(world), Cancellation);

        await ReplaceAsync(world, []);
        Assert.Equal("", Assert.Single(await world.AllAsync<RecipientRow>()).Email);
        world.Clock.Advance(TimeSpan.FromDays(400));
        await ReplaceAsync(world, [AlertWorld.Address]);
        await world.DrainAsync();

        Assert.Equal((AlertWorld.Address, ConsentState.Unsubscribed), ((await world.RecipientAsync()).Email, (await world.RecipientAsync()).Consent));
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task Adding_a_confirmed_address_again_is_harmless_and_overrules_no_owner()
    {
        await using var world = new AlertWorld();
        await world.RegisterAsync(AlertWorld.Address, "to@brandvik.example");
        await world.Get<Consent>().UnsubscribeAsync(ConsentTests.Leave(world), Cancellation);

        await world.RegisterAsync(AlertWorld.Address);

        Assert.Equal(ConsentState.Unsubscribed, (await world.RecipientAsync()).Consent);
        Assert.Equal(2, (await ReadAsync(world)).Contacts.Count);
        Assert.Empty(world.Queues.Sent);
    }

    [Fact]
    public async Task Adding_what_is_no_address_or_one_too_many_is_a_bug_of_the_caller()
    {
        await using var world = new AlertWorld();
        await world.RegisterAsync([.. Enumerable.Range(0, 20).Select(i => $"p{i}@brandvik.example")]);

        await Assert.ThrowsAsync<ArgumentException>(() => world.RegisterAsync("one.too@many.example"));
        await Assert.ThrowsAsync<ArgumentException>(() => world.RegisterAsync("no address"));
    }

    private static Task<ContactList> ReadAsync(AlertWorld world) => world.Get<RecipientBook>().ReadAsync(world.Agency.OrgNumber, Cancellation);

    private static Task<ContactListChange> ReplaceAsync(AlertWorld world, string[] addresses) =>
        world.Get<RecipientBook>().ReplaceAsync(world.Agency, addresses, null, Cancellation);
}
