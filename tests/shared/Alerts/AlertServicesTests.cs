using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Monitor.Shared.Alerts;
using Monitor.Shared.Settings;
using Monitor.Shared.Storage;
using Monitor.Tests.Support;
using Xunit;

namespace Monitor.Shared.Tests.Alerts;

public sealed class AlertServicesTests
{
    [Fact]
    public void A_token_of_one_instance_is_read_by_another_over_the_same_storage_and_by_no_stranger()
    {
        var blobs = new MemoryBlobs();
        string token = Protector(blobs).Protect("text");

        Assert.Equal("text", Protector(blobs).Unprotect(token));
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => Protector(new MemoryBlobs()).Unprotect(token));
        Assert.NotEmpty(blobs.ListAsync("keyring/", TestContext.Current.CancellationToken).ToBlockingEnumerable(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("Monitor:Smtp:Port", "0")]
    [InlineData("Monitor:Smtp:Port", "65536")]
    [InlineData("Monitor:Smtp:From", "")]
    [InlineData("Monitor:Smtp:From", "not an address")]
    [InlineData("Monitor:Smtp:From", "Monitor <monitor@tilsyn.example>")]
    [InlineData("Monitor:Smtp:From", "monitor@tilsyn.example\r\nBcc: x@y.example")]
    public void Settings_that_cannot_work_are_refused(string name, string value) =>
        Assert.Throws<OptionsValidationException>(() => Build(new MemoryBlobs(), name, value).GetRequiredService<IOptions<SmtpSettings>>().Value);

    [Theory]
    [InlineData("startTls", SmtpSecurity.StartTls)]
    [InlineData("tls", SmtpSecurity.Tls)]
    [InlineData("none", SmtpSecurity.None)]
    public void The_ways_to_secure_the_connection_are_read(string value, SmtpSecurity security) =>
        Assert.Equal(security, Build(new MemoryBlobs(), "Monitor:Smtp:Security", value).GetRequiredService<IOptions<SmtpSettings>>().Value.Security);

    [Fact]
    public void An_unknown_way_is_refused() =>
        Assert.Throws<InvalidOperationException>(
            () => Build(new MemoryBlobs(), "Monitor:Smtp:Security", "perhaps").GetRequiredService<IOptions<SmtpSettings>>().Value);

    private static IDataProtector Protector(MemoryBlobs blobs) =>
        Build(blobs, "Monitor:Smtp:Port", "25").GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    private static ServiceProvider Build(MemoryBlobs blobs, string name, string value)
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection([new(name, value)]).Build();
        return new ServiceCollection().AddLogging().AddAlerts(configuration).AddSingleton<IBlobs>(blobs).BuildServiceProvider();
    }
}
