using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Monitor.Functions;
using Monitor.Local.Runner;
using Monitor.Shared.Scans;
using Xunit;
using static Monitor.Local.Tests.Runner.UnsupportedClasses;

namespace Monitor.Local.Tests.Runner;

/// <summary>What the runner does not support stops it at the start, by name; a function that silently never ran would be worse.</summary>
public sealed class UnsupportedTests
{
    [Theory]
    [InlineData(typeof(OtherTrigger), "Other: the trigger BlobishTriggerAttribute is not supported")]
    [InlineData(typeof(NoTrigger), "None has 0 triggers")]
    [InlineData(typeof(TwoTriggers), "Two has 2 triggers")]
    [InlineData(typeof(SameName), "Two functions are named Same")]
    [InlineData(typeof(SameQueue), "The queue work triggers A and B")]
    [InlineData(typeof(ObjectMessage), "Poco: parameter 'message' of type Version is not supported")]
    [InlineData(typeof(ExtraParameter), "Extra: parameter 'context' of type FunctionContext is not supported")]
    [InlineData(typeof(OwnConnection), "Own: a connection of its own ('Elsewhere') is not supported")]
    [InlineData(typeof(QueueBySetting), "BySetting: a queue named by a setting")]
    [InlineData(typeof(ReturnsOutput), "Output: QueueOutputAttribute is not supported")]
    [InlineData(typeof(ReturnsValue), "Value returns Task`1")]
    [InlineData(typeof(Retries), "Retries: FixedDelayRetryAttribute is not supported")]
    [InlineData(typeof(TimerText), "TimerText: parameter 'timer' of type String is not supported")]
    [InlineData(typeof(FiveFields), "Five: '0 2 * * *' is no schedule of six fields")]
    [InlineData(typeof(Nonsense), "Nonsense: 'every day' is no schedule of six fields")]
    [InlineData(typeof(MissingSetting), "BySchedule: its schedule is the setting Monitor:Nowhere:Schedule, which is missing")]
    [InlineData(typeof(HostAuthorization), "Admin: authorization is our own")]
    [InlineData(typeof(Everything), "Everything: a route for everything is not allowed")]
    [InlineData(typeof(HttpParameter), "Bound: parameter 'number' of type Int32 is not supported")]
    public void It_is_named(Type functions, string message)
    {
        NotSupportedException e = Assert.Throws<NotSupportedException>(() => Read(functions));

        Assert.StartsWith(message, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once()
    {
        NotSupportedException e = Assert.Throws<NotSupportedException>(() => Read(typeof(FiveFields), typeof(OwnConnection)));

        Assert.Equal(2, e.Message.Split(Environment.NewLine).Length);
    }

    [Fact]
    public async Task The_start_fails_and_nothing_runs()
    {
        await using RunnerHost runner = await RunnerHost.NewAsync(typeof(FiveFieldsAndWork));
        await runner.SendAsync("message");

        await Assert.ThrowsAsync<NotSupportedException>(runner.StartAsync);

        Assert.Equal((0, 1), (runner.Probe.Count, await runner.CountAsync()));
        Assert.DoesNotContain(runner.Traffic.Answered, r => Traffic.Received("work")(r));
    }

    [Fact]
    public void A_schedule_that_is_a_setting_is_read_from_the_settings()
    {
        IConfiguration settings = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Monitor:Nowhere:Schedule"] = "0 30 2 * * *" }).Build();

        TimerFunction timer = Assert.Single(FunctionCatalogue.Read([typeof(MissingSetting)], settings).Timers);

        Assert.Equal(new DateTimeOffset(2026, 11, 25, 2, 30, 0, TimeSpan.Zero), timer.NextAfter(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void All_functions_of_the_product_are_supported()
    {
        IConfiguration settings = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Monitor:Overview:Schedule"] = "0 */15 * * * *" }).Build();

        var catalogue = FunctionCatalogue.Read(typeof(MonitorServices).Assembly.GetTypes(), settings);

        string[] queues = [QueueNames.ScanRequests, QueueNames.PageAudits, QueueNames.ScanSteps, QueueNames.RegistryChecks, QueueNames.Alerts];
        Assert.Equal(queues.SelectMany(q => new[] { q, q + QueueNames.PoisonSuffix }).Order(), catalogue.Queues.Select(q => q.Queue).Order());
        Assert.Contains("ScheduleScans", catalogue.Timers.Select(t => t.Function.Name));
        Assert.Contains("CheckRegistries", catalogue.Timers.Select(t => t.Function.Name));
    }

    private static FunctionCatalogue Read(params Type[] functions) => FunctionCatalogue.Read(functions, new ConfigurationBuilder().Build());

    private sealed class FiveFieldsAndWork(Probe probe)
    {
        [Function("Five")]
        public Task Five([TimerTrigger("0 2 * * *")] TimerInfo timer) => probe.HandleAsync("", timer, CancellationToken.None);

        [Function("Work")]
        public Task Work([QueueTrigger("work")] string message) => probe.HandleAsync(message, this, CancellationToken.None);
    }
}
