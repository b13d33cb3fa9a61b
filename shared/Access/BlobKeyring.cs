using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Access;

/// <summary>
/// Keeps the data-protection keys in blobs under <c>keyring/</c>, so that every instance reads the tokens any other has written
/// and a restart does not end them.
/// </summary>
/// <remarks>The keys lie in our own private storage, encrypted at rest by it; who can read it can read everything the keys protect anyway.</remarks>
internal sealed class BlobKeyring(IBlobs blobs) : IXmlRepository
{
    private const string Folder = "keyring/";

    // The interface is synchronous. It is asked once a day, and storage never comes back to a captured context.
    public IReadOnlyCollection<XElement> GetAllElements() => Task.Run(ReadAsync).GetAwaiter().GetResult();

    public void StoreElement(XElement element, string friendlyName)
    {
        string text = element.ToString(SaveOptions.DisableFormatting);
        string name = $"{Folder}{Base32.Hash($"{friendlyName}\n{text}")}.xml";
        Task.Run(() => blobs.TryCreateAsync(name, BinaryData.FromString(text), "application/xml", CancellationToken.None)).GetAwaiter().GetResult();
    }

    private async Task<IReadOnlyCollection<XElement>> ReadAsync()
    {
        List<XElement> elements = [];
        await foreach (string name in blobs.ListAsync(Folder, CancellationToken.None))
        {
            if (await blobs.ReadAsync(name, CancellationToken.None) is { } content)
                elements.Add(XElement.Parse(content.ToString()));
        }
        return elements;
    }
}
