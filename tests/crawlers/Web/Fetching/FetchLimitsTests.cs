using System.IO.Compression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Monitor.Crawlers.Web.Fetching;
using Monitor.Shared.Scans;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Web.Fetching;

public sealed class FetchLimitsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<FetchResult> FetchAsync(TestSite site, string path, FetchOptions? options = null, TimeProvider? clock = null)
    {
        await using ServiceProvider parts = WebParts.Create(site, clock);
        return await parts.Get<WebFetcher>().FetchAsync(site.Url(path), options ?? FetchOptions.Page, Cancellation);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_a_failure_or_cut()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Text("/", new string('x', 3000));

        Assert.Equal(PageReasons.TooLarge, (await FetchAsync(site, "/", new FetchOptions { MaxBytes = 2999 })).Reason);
        Assert.True((await FetchAsync(site, "/", new FetchOptions { MaxBytes = 3000 })).Succeeded);
        FetchResult cut = await FetchAsync(site, "/", new FetchOptions { MaxBytes = 100, Truncate = true });
        Assert.True(cut is { Succeeded: true, Truncated: true, Body.Length: 100 });
    }

    [Fact]
    public async Task An_endless_body_costs_no_more_than_the_limit()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.On("/", async context =>
        {
            byte[] block = new byte[64 * 1024];
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.Body.WriteAsync(block, context.RequestAborted);
        });

        Assert.Equal(PageReasons.TooLarge, (await FetchAsync(site, "/", new FetchOptions { MaxBytes = 1_000_000 })).Reason);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Encoded_bodies_are_decoded_within_limits(string encoding)
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.On("/liten", c => EncodedAsync(c, encoding, 2000)).On("/bombe", c => EncodedAsync(c, encoding, 8 * 1024 * 1024));

        Assert.Equal(2000, (await FetchAsync(site, "/liten")).Body.Length);
        Assert.Equal(PageReasons.TooLarge, (await FetchAsync(site, "/bombe")).Reason);
    }

    [Theory]
    [InlineData("gzip, gzip")]
    [InlineData("zstd")]
    [InlineData("gzip")]
    public async Task A_body_that_cannot_be_decoded_is_a_broken_answer(string encoding)
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.On("/", async context =>
        {
            context.Response.Headers.ContentEncoding = encoding;
            await context.Response.Body.WriteAsync("no such thing"u8.ToArray(), Cancellation);
        });

        Assert.Equal(PageReasons.Connection, (await FetchAsync(site, "/")).Reason);
    }

    [Fact]
    public async Task Headers_that_never_come_time_out()
    {
        var clock = new FakeTimeProvider();
        var asked = new TaskCompletionSource();
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.On("/", context =>
        {
            asked.SetResult();
            return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        });

        Task<FetchResult> fetch = FetchAsync(site, "/", clock: clock);
        await asked.Task.WaitAsync(Cancellation);
        clock.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal(PageReasons.Timeout, (await fetch).Reason);
    }

    [Fact]
    public async Task A_body_that_stalls_times_out()
    {
        var clock = new FakeTimeProvider();
        var started = new TaskCompletionSource();
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.On("/", async context =>
        {
            await context.Response.Body.WriteAsync("<p>"u8.ToArray(), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            started.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        });

        Task<FetchResult> fetch = FetchAsync(site, "/", clock: clock);
        await started.Task.WaitAsync(Cancellation);
        clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(PageReasons.Timeout, (await fetch).Reason);
    }

    [Fact]
    public async Task A_flood_of_headers_is_too_large()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.On("/", context =>
        {
            for (int i = 0; i < 20; i++)
                context.Response.Headers[$"X-{i}"] = new string('x', 5000);
            return Task.CompletedTask;
        });

        Assert.Equal(PageReasons.TooLarge, (await FetchAsync(site, "/")).Reason);
    }

    private static async Task EncodedAsync(Microsoft.AspNetCore.Http.HttpContext context, string encoding, int length)
    {
        context.Response.Headers.ContentEncoding = encoding;
        await using Stream encoder = encoding == "br"
            ? new BrotliStream(context.Response.Body, CompressionLevel.Optimal, leaveOpen: true)
            : new GZipStream(context.Response.Body, CompressionLevel.Optimal, leaveOpen: true);
        byte[] block = new byte[1000];
        for (int sent = 0; sent < length; sent += block.Length)
            await encoder.WriteAsync(block.AsMemory(0, Math.Min(block.Length, length - sent)), context.RequestAborted);
    }
}
