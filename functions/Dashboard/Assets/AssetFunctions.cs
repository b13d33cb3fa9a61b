using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Monitor.Functions.Access;
using Monitor.Functions.Http;

namespace Monitor.Functions.Dashboard.Assets;

/// <summary>Serves the files that pages load, to be kept for a year: another content has another path.</summary>
public sealed class AssetFunctions(Door door)
{
    /// <summary>One file.</summary>
    [Function(nameof(Asset))]
    public Task<Answer> Asset(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = PublicRoutes.AssetTemplate)] HttpRequest request, string version, string file) =>
        door.OpenAsync(request, PublicRoutes.Asset, () => Task.FromResult(Find(version, file)));

    private static IResult Find(string version, string file)
    {
        if (AssetFiles.Find(version, file) is not { } asset)
            return new ProblemResult(Problems.NotFound);
        return new Kept(Results.Bytes(asset.Content, asset.ContentType));
    }

    private sealed class Kept(IResult content) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            return content.ExecuteAsync(httpContext);
        }
    }
}
