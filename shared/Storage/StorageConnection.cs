using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace Monitor.Shared.Storage;

/// <summary>
/// Where the storage account is, from the setting that the Functions host reads too: <c>AzureWebJobsStorage</c> as a connection string, or
/// <c>AzureWebJobsStorage__accountName</c> (or <c>__tableServiceUri</c>, <c>__blobServiceUri</c> and <c>__queueServiceUri</c>) with a managed identity,
/// a user-assigned one named by <c>AzureWebJobsStorage__clientId</c>.
/// </summary>
internal sealed class StorageConnection(IConfiguration configuration)
{
    public const string Setting = "AzureWebJobsStorage";

    private readonly string? text = configuration[Setting];
    private readonly IConfigurationSection section = configuration.GetSection(Setting);
    private readonly Lazy<TokenCredential> credential = new(() =>
        new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = configuration[$"{Setting}:clientId"] }));

    public TableServiceClient Tables() =>
        string.IsNullOrWhiteSpace(text) ? new(AddressOf("table"), credential.Value) : Read(() => new TableServiceClient(text));

    public BlobServiceClient Blobs() =>
        string.IsNullOrWhiteSpace(text) ? new(AddressOf("blob"), credential.Value) : Read(() => new BlobServiceClient(text));

    public QueueServiceClient Queues()
    {
        // The same as host.json's messageEncoding: sender and host must agree.
        var options = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None };
        return string.IsNullOrWhiteSpace(text) ? new(AddressOf("queue"), credential.Value, options) : Read(() => new QueueServiceClient(text, options));
    }

    private Uri AddressOf(string kind)
    {
        if (section[$"{kind}ServiceUri"] is { Length: > 0 } address)
        {
            return Uri.TryCreate(address, UriKind.Absolute, out Uri? uri)
                ? uri
                : throw new InvalidOperationException($"The setting {Setting}__{kind}ServiceUri is no address.");
        }
        return section["accountName"] is { Length: > 0 } account
            ? new Uri($"https://{account}.{kind}.core.windows.net")
            : throw new InvalidOperationException(
                $"The setting {Setting} is missing: a connection string, or {Setting}__accountName (or __{kind}ServiceUri) for a managed identity.");
    }

    // The clients' own message would not name the setting, and may quote the key.
    private static TClient Read<TClient>(Func<TClient> create)
    {
        try
        {
            return create();
        }
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidOperationException)
        {
            throw new InvalidOperationException($"The setting {Setting} is no storage connection string.");
        }
    }
}
