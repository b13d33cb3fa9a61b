using System.Globalization;
using System.Text.Json;
using CsCheck;
using Monitor.Functions.Http;

namespace Monitor.Functions.Tests.Fuzzing;

/// <summary>
/// Every route, met with requests that are almost right. The same requests each time; <c>MONITOR_FUZZ_SEED</c> and <c>MONITOR_FUZZ_REQUESTS</c>
/// ask for others and for more.
/// </summary>
public sealed class RouteFuzzTests(FuzzedReads reads) : IClassFixture<FuzzedReads>
{
    private static readonly ulong Seed = ulong.Parse(Environment.GetEnvironmentVariable("MONITOR_FUZZ_SEED") ?? "20261124", CultureInfo.InvariantCulture);
    private static readonly int Requests = int.Parse(Environment.GetEnvironmentVariable("MONITOR_FUZZ_REQUESTS") ?? "60", CultureInfo.InvariantCulture);
    private static readonly int[] ServersOwn = [400, 404, 405, 408, 411, 413, 414, 417, 431];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>All functions: one that is new is here by itself, and fails until the world has what a good request to it needs.</summary>
    public static TheoryData<string, string> Routes { get; } =
        [.. HttpRoute.All.Where(r => r.Method != "HEAD").Select(r => new TheoryDataRow<string, string>(r.Function, r.Method))];

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Nothing_breaks_a_route_and_every_refusal_says_what_to_do(string function, string method)
    {
        HttpRoute route = HttpRoute.All.Single(r => r.Function == function && r.Method == method);
        // What only reads leaves the world as it was.
        await using FuzzWorld? own = method == "GET" ? null : await FuzzWorld.StartAsync();
        FuzzWorld world = own ?? reads.World;
        world.Errors.Clear();
        RawRequest baseline = await world.BaselineAsync(route);
        Gen<Action<RawRequest>> mutation = Mutations.Of(route, baseline);
        var random = new PCG((uint)function.Sum(c => c), Seed);
        int reached = 0;

        for (int i = 0; i < Requests; i++)
        {
            RawRequest request = baseline.Copy();
            for (int steps = 1 + i % 3; steps > 0; steps--)
                mutation.Generate(random, null, out _)(request);
            RawAnswer answer = await RawClient.SendAsync(world.World.Host.Address, request, Cancellation);
            string? fault = Fault(route, request, answer) ?? (world.Errors.IsEmpty ? null : "an error was logged");
            Assert.True(fault is null, $"{function}, request {i}: {fault}\n{request}\n\n{answer.Status} {answer.MediaType}\n{answer.Text}\n{string.Join('\n', world.Errors)}");
            reached += answer.Ours ? 1 : 0;
        }

        Assert.True(reached > Requests / 3, $"Only {reached} of {Requests} requests came through the door.");
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task What_fuzzing_starts_from_is_answered_well(string function, string method)
    {
        HttpRoute route = HttpRoute.All.Single(r => r.Function == function && r.Method == method);
        await using FuzzWorld? own = method == "GET" ? null : await FuzzWorld.StartAsync();
        FuzzWorld world = own ?? reads.World;

        RawAnswer answer = await RawClient.SendAsync(world.World.Host.Address, await world.BaselineAsync(route), Cancellation);

        bool wentIn = !answer.Headers["location"].Any(l => l.Contains("/sign-in?return", StringComparison.Ordinal));
        Assert.True(answer.Ours && answer.Status is >= 200 and < 400 && wentIn, $"{answer.Status}: {answer.Text}");
    }

    private static string? Fault(HttpRoute route, RawRequest request, RawAnswer answer)
    {
        if (answer.Status == 0)
            return request.Framing is Framing.BrokenChunk or Framing.TooShort ? null : "no answer";
        if (answer.Status >= 500)
            return "it broke";
        if (answer.Text.Contains("   at Monitor.", StringComparison.Ordinal) || answer.Text.Contains("System.", StringComparison.Ordinal))
            return "it tells of its insides";
        if (answer.Headers["x-injected"].Any())
            return "a header was injected";
        if (answer.MediaType == "text/html" && answer.Text.Contains("<canary", StringComparison.OrdinalIgnoreCase))
            return "text became markup";
        if (answer.Headers["location"].FirstOrDefault() is { } location && !SeeOther.IsLocal(location))
            return "it leads elsewhere";
        if (!answer.Ours)
            return ServersOwn.Contains(answer.Status) && answer.Body.Length == 0 ? null : "it is answered by nobody we know";
        if (answer.Status < 400 || route.Method == "HEAD")
            return null;
        return route.IsApi || route.Function == "Asset" ? ProblemFault(answer) : PageFault(answer);
    }

    private static string? ProblemFault(RawAnswer answer)
    {
        if (answer.MediaType != "application/problem+json")
            return "the refusal is no problem+json";
        using JsonDocument problem = JsonDocument.Parse(answer.Body);
        return problem.RootElement.GetProperty("status").GetInt32() == answer.Status
            && problem.RootElement.GetProperty("code").GetString()!.Length > 0
            && problem.RootElement.GetProperty("title").GetString()!.Length > 0
            ? null
            : "the problem says too little";
    }

    private static string? PageFault(RawAnswer answer) =>
        answer.MediaType == "text/html" && answer.Text.Contains("<h1", StringComparison.Ordinal) && answer.Text.Contains("<html lang=", StringComparison.Ordinal)
            ? null
            : "the refusal is no page";
}

/// <summary>The world that reading routes are fuzzed in.</summary>
public sealed class FuzzedReads : IAsyncLifetime
{
    internal FuzzWorld World { get; private set; } = null!;

    public async ValueTask InitializeAsync() => World = await FuzzWorld.StartAsync();

    public ValueTask DisposeAsync() => World.DisposeAsync();
}
