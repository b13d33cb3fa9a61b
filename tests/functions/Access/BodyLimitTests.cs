using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Functions.Access;
using Monitor.Functions.Api.Agencies;
using Monitor.Functions.Http;
using Monitor.Shared.Domain;

namespace Monitor.Functions.Tests.Access;

/// <summary>How much of a body that never ends is taken in: the limit and a buffer, whatever was said of its length.</summary>
public sealed class BodyLimitTests
{
    // What readers may ask for at once, on top of the limit.
    private const int Buffer = 64 * 1024;

    [Theory]
    [InlineData(null)]
    [InlineData(10L)]
    public async Task Json_is_not_read_beyond_the_limit(long? claimed)
    {
        var body = new EndlessBody();
        HttpRequest request = Request(body, "application/json", claimed);

        BodyRead<NewAgencyInput> read = await JsonBody.ReadAsync<NewAgencyInput>(request);

        Assert.IsType<ProblemResult>(read.Refusal);
        Assert.InRange(body.Given, 1, Door.BodyBytes + Buffer);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=b")]
    public async Task A_form_is_not_read_beyond_the_limit(string type)
    {
        await using TestHost host = await TestHost.StartAsync();
        var body = new EndlessBody();
        HttpRequest request = Request(body, type, null, host.Services);
        bool acted = false;

        Answer answer = await host.Get<Door>().OpenFormAsync(request, Language.Nb, PublicRoutes.SignIn, _ =>
        {
            acted = true;
            return Task.FromResult(Results.Ok());
        });
        request.HttpContext.Response.Body = new MemoryStream();
        await answer.ExecuteAsync(request.HttpContext);

        Assert.False(acted);
        Assert.InRange(request.HttpContext.Response.StatusCode, 400, 413);
        Assert.InRange(body.Given, 1, Door.BodyBytes + Buffer);
    }

    private static HttpRequest Request(Stream body, string type, long? claimed, IServiceProvider? services = null)
    {
        var context = new DefaultHttpContext { RequestServices = services ?? new ServiceCollection().BuildServiceProvider() };
        context.Request.Method = "POST";
        (context.Request.Scheme, context.Request.Host, context.Request.Path) = ("http", new HostString("localhost"), "/nb/sign-in");
        context.Request.ContentType = type;
        context.Request.ContentLength = claimed;
        context.Request.Body = body;
        return context.Request;
    }

    /// <summary>Gives letters for as long as anybody asks.</summary>
    private sealed class EndlessBody : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            buffer.Fill((byte)'a');
            Given += buffer.Length;
            return buffer.Length;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromResult(Read(buffer, offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
