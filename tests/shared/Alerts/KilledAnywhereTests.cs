using Microsoft.Extensions.DependencyInjection;
using Monitor.Shared.Access;
using Monitor.Shared.Alerts;
using Monitor.Tests.Support.Mail;
using Xunit;

namespace Monitor.Shared.Tests.Alerts;

/// <summary>Stops the work before and after every single write, then goes on as queue and timers do: nothing is lost, and nothing told twice.</summary>
public sealed class KilledAnywhereTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Scenarios => ["scan", "held", "contacts"];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Wherever_it_stops_everybody_gets_one_mail_in_the_end(string scenario)
    {
        int points = await RunAsync(scenario, int.MaxValue);
        Assert.InRange(points, 10, 200);

        for (int at = 0; at < points; at++)
            await RunAsync(scenario, at);
    }

    /// <summary>Runs a scenario, stopped at the point given, then to its end.</summary>
    /// <returns>The points passed when nothing stopped it.</returns>
    private static async Task<int> RunAsync(string scenario, int at)
    {
        var kill = new KillSwitch();
        await using MailServer server = MailServer.Start();
        await using var world = new AlertWorld(server, change: services => Guard(kill, services));
        await world.RegisterAsync(scenario == "contacts" ? [] : [AlertWorld.Address]);
        _ = ConsentTests.Leave(world); // The key ring is made before anything can be stopped.

        (kill.Passed, kill.At) = (0, at);
        bool recorded = true;
        try
        {
            await WorkAsync(world, scenario);
        }
        catch (KilledException)
        {
            // Between the server's yes and our row is the one place where a mail is doubled.
            recorded = server.Received.Count == 0 || (await world.OutboxAsync()).State == OutboxState.Sent;
        }
        int points = kill.Passed;

        kill.At = int.MaxValue;
        world.Clock.Advance(TimeSpan.FromMinutes(30));
        await WorkAsync(world, scenario);
        world.Clock.Advance(TimeSpan.FromMinutes(30));
        await world.SweepAsync();
        await world.DrainAsync();

        Assert.Equal(recorded ? 1 : 2, server.Received.Count);
        Assert.Single(server.Received.Select(mail => Convert.ToHexString(mail.Bytes)).Distinct());
        Assert.Equal(OutboxState.Sent, (await world.OutboxAsync()).State);
        Assert.Empty(await world.AllAsync<OwedMailRow>());
        return points;
    }

    // What its callers do once, and do again when it was stopped: the scan step and the contact list are told again, a supervisor presses again.
    private static async Task WorkAsync(AlertWorld world, string scenario)
    {
        switch (scenario)
        {
            case "scan":
                await world.PlanAsync(world.Changes());
                break;
            case "held":
                await world.PlanAsync(world.Changes(hold: "massChange"));
                await world.Get<HeldMails>().AcceptAsync((await world.TaskAsync()).RowKey, "key", Cancellation);
                break;
            default:
                await world.Get<RecipientBook>().ReplaceAsync(world.Agency, [AlertWorld.Address], null, Cancellation);
                break;
        }
        await world.DrainAsync();
    }

    private static void Guard(KillSwitch kill, IServiceCollection services)
    {
        kill.Guard<OutboxRow>(services);
        kill.Guard<OwedMailRow>(services);
        kill.Guard<TaskRow>(services);
        kill.Guard<RecipientRow>(services);
        kill.Guard<ContactListRow>(services);
        kill.GuardBlobsAndQueues(services);
    }
}
