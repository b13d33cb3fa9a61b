using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Monitor.Shared.Domain;

namespace Monitor.Shared.Alerts;

/// <summary>
/// The tokens in opt-in and unsubscribe links. Encrypted and signed by data protection: no address stands in a URL, nobody can make one up,
/// and a token for the one purpose is none for the other. They do not run out: whoever finds an old mail must still get off the list.
/// </summary>
public sealed class ConsentTokens(IDataProtectionProvider protection)
{
    private readonly IDataProtector optIn = protection.CreateProtector("Monitor.Alerts.OptIn.v1");
    private readonly IDataProtector unsubscribe = protection.CreateProtector("Monitor.Alerts.Unsubscribe.v1");

    internal string OptIn(OrgNumber agency, string recipient) => optIn.Protect(Write(agency, recipient));

    internal string Unsubscribe(OrgNumber agency, string recipient) => unsubscribe.Protect(Write(agency, recipient));

    internal (OrgNumber Agency, string Recipient)? ReadOptIn(string token) => Read(optIn, token);

    internal (OrgNumber Agency, string Recipient)? ReadUnsubscribe(string token) => Read(unsubscribe, token);

    private static string Write(OrgNumber agency, string recipient) => $"{agency.Value} {recipient}";

    private static (OrgNumber, string)? Read(IDataProtector protector, string token)
    {
        try
        {
            string[] parts = protector.Unprotect(token).Split(' ');
            return (OrgNumber.Parse(parts[0]), parts[1]);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
