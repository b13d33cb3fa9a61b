using System.Text.Json;
using Monitor.Shared.Alerts;

namespace Monitor.Functions.Tests.Api;

public sealed class ContactApiTests
{
    private static readonly string OwnPath = $"/api/v1/agencies/{TestHost.Own}/contacts";

    [Fact]
    public async Task An_agency_edits_its_own_contacts_and_each_new_one_is_asked_first()
    {
        await using TestHost host = await TestHost.StartAsync();
        await host.AgencyAsync(TestHost.Own);
        HttpClient client = host.Client(await host.AgencyKeyAsync(TestHost.Own));
        Assert.Empty((await client.AskAsync("GET", OwnPath).JsonAsync()).GetProperty("contacts").EnumerateArray());

        JsonElement list = await client.AskAsync("PUT", OwnPath, new { emails = new[] { "web@eksempel.no" } }, await client.TagAsync(OwnPath)).JsonAsync();

        JsonElement contact = Assert.Single(list.GetProperty("contacts").EnumerateArray());
        Assert.Equal("web@eksempel.no", contact.Text("email"));
        Assert.Equal("asked", contact.Text("state"));
        Assert.Equal(list.GetRawText(), (await client.AskAsync("GET", OwnPath).JsonAsync()).GetRawText());
    }

    [Fact]
    public async Task A_change_names_the_version_it_was_made_to()
    {
        await using TestHost host = await TestHost.StartAsync();
        await host.AgencyAsync(TestHost.Own);
        HttpClient client = host.Client(await host.AgencyKeyAsync(TestHost.Own));
        string tag = await client.TagAsync(OwnPath);
        var wanted = new { emails = new[] { "web@eksempel.no" } };

        await client.AskAsync("PUT", OwnPath, wanted).ProblemAsync(428, "versionMissing");
        await client.AskAsync("PUT", OwnPath, wanted, tag).JsonAsync();
        await client.AskAsync("PUT", OwnPath, wanted, tag).ProblemAsync(412, "versionOutdated");
    }

    [Fact]
    public async Task What_is_no_address_is_told_with_where()
    {
        await using TestHost host = await TestHost.StartAsync();
        await host.AgencyAsync(TestHost.Own);
        HttpClient client = host.Client(await host.AgencyKeyAsync(TestHost.Own));
        string tag = await client.TagAsync(OwnPath);
        string[] many = [.. Enumerable.Range(0, RecipientBook.MaxContacts + 1).Select(i => $"a{i}@eksempel.no")];

        JsonElement wrong = await client.AskAsync("PUT", OwnPath, new { emails = new[] { "web@eksempel.no", "nonsense" } }, tag).ProblemAsync(400, "invalid");
        JsonElement tooMany = await client.AskAsync("PUT", OwnPath, new { emails = many }, tag).ProblemAsync(400, "invalid");
        await client.AskAsync("PUT", OwnPath, new { }, tag).ProblemAsync(400, "invalid");

        Assert.Equal(["#/emails/1"], wrong.Pointers());
        Assert.Equal(["#/emails"], tooMany.Pointers());
    }

    [Fact]
    public async Task Another_agencys_contacts_are_not_there()
    {
        await using TestHost host = await TestHost.StartAsync();
        await host.AgencyAsync(TestHost.Own);
        HttpClient client = host.Client(await host.AgencyKeyAsync(TestHost.Foreign));

        await client.AskAsync("GET", OwnPath).ProblemAsync(404, "notFound");
        await client.AskAsync("PUT", OwnPath, new { emails = Array.Empty<string>() }, "*").ProblemAsync(404, "notFound");
    }
}
