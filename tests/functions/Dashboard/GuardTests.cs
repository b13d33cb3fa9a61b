using System.Net;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;

namespace Monitor.Functions.Tests.Dashboard;

/// <summary>What the forms do not do for everybody.</summary>
public sealed class GuardTests : FormTests
{
    [Fact]
    public async Task A_form_without_our_token_changes_nothing()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await Supervisor.PostAsync(P.Pause(World.Solution))).Status);
        Assert.False((await RowAsync(World.Solution)).Paused);
    }

    [Fact]
    public async Task An_agency_cannot_do_what_only_a_supervisor_may()
    {
        string page = P.Agency(World.Agency);

        Assert.Equal(HttpStatusCode.NotFound, (await Agency.SendAsync(page, P.Pause(World.Solution))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Agency.SendAsync(page, P.StopScan(World.Running))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Agency.SendAsync(page, P.DeregisterAgency(World.Agency))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Agency.SendAsync(page, P.Contacts(TestHost.Foreign), ("addresses", "a@b.example"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Agency.GetAsync(P.Tasks)).Status);
        Assert.False((await RowAsync(World.Solution)).Paused);
    }

    [Fact]
    public async Task Evidence_is_for_those_who_may_see_the_finding()
    {
        string path = P.Evidence(World.Solution, World.Finding, PageKey.For("https://www.fiktiv.example/1"));

        Assert.Equal("image/png", (await Agency.GetAsync(path)).ContentType);
        Assert.Equal(HttpStatusCode.SeeOther, (await FormClient.With(World.Host).GetAsync(path)).Status);
        FormClient foreign = new(await World.Host.BrowserAsync(await World.Host.AgencyKeyAsync(TestHost.Foreign)));
        Assert.Equal(HttpStatusCode.NotFound, (await foreign.GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Agency.GetAsync(P.Evidence(World.Solution, World.Finding, PageKey.For("https://www.fiktiv.example/2")))).Status);
    }

    private async Task<SolutionRow> RowAsync(SolutionId id) =>
        (await World.Host.Table<SolutionRow>().FindAsync(id.Agency.Value, id.ToString(), Cancellation))!;
}
