using Microsoft.AspNetCore.DataProtection;

namespace Monitor.Functions.Tests.Flow;

/// <summary>Data protection without chance, so that two runs write the same mail.</summary>
internal sealed class PlainProtection : IDataProtectionProvider, IDataProtector
{
    public IDataProtector CreateProtector(string purpose) => this;

    public byte[] Protect(byte[] plaintext) => plaintext;

    public byte[] Unprotect(byte[] protectedData) => protectedData;
}
