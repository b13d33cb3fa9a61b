using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Monitor.Functions.Access;
using Monitor.Functions.Dashboard.Components;
using Monitor.Shared.Access;
using Monitor.Shared.Agencies;
using Monitor.Shared.Storage;

namespace Monitor.Functions.Dashboard.Keys;

/// <summary>The keys: listing, making and revoking them.</summary>
public sealed class KeyPageFunctions(Front front, KeyStore keys, AgencyRegister agencies, AuditLog audit)
{
    private const int KeysPerPage = 50;

    /// <summary>The list and the form.</summary>
    [Function(nameof(ShowKeys))]
    public Task<Answer> ShowKeys([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Keys)] HttpRequest request, string language) =>
        front.PageAsync(request, language, Demand.Supervisor, page => ShowAsync(request, page, KeyForm.Empty, null, StatusCodes.Status200OK));

    /// <summary>
    /// Makes one. It is the one form that is answered with a page at once: the secret is shown this once, and stands nowhere that could be loaded again.
    /// </summary>
    [Function(nameof(MakeKey))]
    public Task<Answer> MakeKey([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Keys)] HttpRequest request, string language) =>
        front.FormAsync(request, language, Demand.Supervisor, async (page, sent) =>
        {
            CancellationToken cancellation = request.HttpContext.RequestAborted;
            NewKeyInput? input = KeyForm.Read(sent, page.Now, out FormState form);
            if (input?.Agency is { } agency && await agencies.FindAsync(agency, cancellation) is null)
                form.Refuse(KeyForm.Agency, "Keys.OrgNumberUnknown");
            if (input is null || !form.Valid)
                return await ShowAsync(request, page, form, null, StatusCodes.Status422UnprocessableEntity);

            NewKey made = await keys.CreateAsync(input.Role, input.Agency, input.Name, page.Caller!.KeyId, input.ExpiresAt, cancellation);
            await audit.WriteAsync(page.Caller.KeyId, "key.made", made.Row.RowKey, null, cancellation);
            return await ShowAsync(request, page, KeyForm.Empty, made, StatusCodes.Status200OK);
        });

    /// <summary>Revokes one; never the one that is signed in with.</summary>
    [Function(nameof(RevokeKey))]
    public Task<Answer> RevokeKey([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.RevokeKey)] HttpRequest request, string language, string key) =>
        front.FormAsync(request, language, Demand.Supervisor, async (page, _) =>
        {
            if (key == page.Caller!.KeyId || await keys.RevokeAsync(key, request.HttpContext.RequestAborted) is null)
                return front.NotFound(request, page);
            await audit.WriteAsync(page.Caller.KeyId, "key.revoked", key, null, request.HttpContext.RequestAborted);
            return Render.SeeOther(page.P.Keys, "keyRevoked");
        });

    private async Task<IResult> ShowAsync(HttpRequest request, PageContext page, FormState form, NewKey? made, int status)
    {
        RowPage<KeyRow> list = await ListAsync(request.After(), request.HttpContext.RequestAborted);
        return Render.Page<KeyListPage, KeyListModel>(page, new KeyListModel(list.Rows, list.ContinuationToken, form, made), status);
    }

    private async Task<RowPage<KeyRow>> ListAsync(string? after, CancellationToken cancellation)
    {
        try
        {
            return await keys.PageAsync(KeysPerPage, after, cancellation);
        }
        catch (FormatException) when (after is not null)
        {
            return await keys.PageAsync(KeysPerPage, null, cancellation);
        }
    }
}
