using System.Net;
using Microsoft.Extensions.Time.Testing;
using Monitor.Crawlers.Registries.Http;
using Xunit;

namespace Monitor.Crawlers.Tests.Registries;

public sealed class RegistryMemoryTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;
    private readonly RegistryMemory memory = new(new FakeTimeProvider());

    [Fact]
    public async Task One_waiter_that_gives_up_takes_nothing_from_another()
    {
        var answer = new TaskCompletionSource<RegistryReply>();
        using var impatient = new CancellationTokenSource();
        Task<RegistryReply> first = memory.GetAsync("a", Hour, abandoned => answer.Task.WaitAsync(abandoned), impatient.Token);
        Task<RegistryReply> second = memory.GetAsync("a", Hour, _ => throw new InvalidOperationException("asked twice"), Cancellation);

        await impatient.CancelAsync();
        answer.SetResult(Answered(1));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.IsType<RegistryReply.Answered>(await second);
    }

    [Fact]
    public async Task What_nobody_waits_for_any_longer_is_given_up_and_asked_anew()
    {
        var abandonedNow = new TaskCompletionSource();
        using var impatient = new CancellationTokenSource();
        Task<RegistryReply> first = memory.GetAsync(
            "a", Hour,
            async abandoned =>
            {
                abandoned.Register(abandonedNow.SetResult);
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, abandoned);
                return Answered(1);
            },
            impatient.Token);

        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await abandonedNow.Task;

        Assert.Equal(2, Size(await memory.GetAsync("a", Hour, _ => Task.FromResult<RegistryReply>(Answered(2)), Cancellation)));
    }

    [Fact]
    public void An_answer_that_is_there_at_once_waits_for_no_thread()
    {
        // A clock that a test turns would run on meanwhile, and time-outs with it.
        Assert.True(memory.GetAsync("a", Hour, _ => Task.FromResult<RegistryReply>(Answered(1)), Cancellation).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task What_fails_fails_for_all_and_is_asked_anew()
    {
        var answer = new TaskCompletionSource<RegistryReply>();
        Task<RegistryReply> first = memory.GetAsync("a", Hour, _ => answer.Task, Cancellation), second = memory.GetAsync("a", Hour, _ => answer.Task, Cancellation);

        answer.SetException(new InvalidOperationException("broken"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => first);
        await Assert.ThrowsAsync<InvalidOperationException>(() => second);
        Assert.Equal(1, Size(await memory.GetAsync("a", Hour, _ => Task.FromResult<RegistryReply>(Answered(1)), Cancellation)));
    }

    [Fact]
    public async Task The_oldest_answers_make_room()
    {
        const int half = RegistryMemory.MaxBytes / 2;
        foreach (string key in (string[])["a", "b"])
            await memory.GetAsync(key, Hour, _ => Task.FromResult<RegistryReply>(Answered(half)), Cancellation);

        Assert.Equal(half, Size(await memory.GetAsync("b", Hour, _ => Task.FromResult<RegistryReply>(Answered(1)), Cancellation)));
        Assert.Equal(1, Size(await memory.GetAsync("a", Hour, _ => Task.FromResult<RegistryReply>(Answered(1)), Cancellation)));
    }

    private static RegistryReply.Answered Answered(int bytes) => new(HttpStatusCode.OK, "application/json", new byte[bytes]);

    private static int Size(RegistryReply reply) => Assert.IsType<RegistryReply.Answered>(reply).Body.Length;
}
