using System.Net;
using Monitor.Local.Commands;
using Monitor.Local.Commands.Scan;
using Monitor.Local.Demo;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Monitor.Tests.Support.Processes;
using Xunit;

namespace Monitor.Local.Tests.Demo;

/// <summary>The demo's faults are those it was written with: its languages are declared rightly.</summary>
public sealed class DemoLanguageTests
{
    [Theory]
    [InlineData("eksempelvik")]
    [InlineData("eksempel")]
    public async Task Each_site_is_in_the_language_it_declares(string name)
    {
        using var folder = new TemporaryFolder();
        await using DemoSite site = await DemoSite.StartAsync(name, new IPEndPoint(IPAddress.Loopback, FreePort.Next()), folder.Path, TestContext.Current.CancellationToken);
        await using var scan = new SiteScan(new ScanArguments { Url = site.Address.AbsoluteUri, MaxPages = 30, Delay = 0, AllowPrivateAddresses = true });
        using var progress = new ScanProgressLine(Terminal.Process);

        ScanResult result = await scan.RunAsync(progress, TestContext.Current.CancellationToken);

        Assert.Equal(ScanStatus.Completed, result.Scan.Status);
        Assert.Empty(result.Findings.Where(f => f.Check == "language").Select(f => $"{f.Rule} {f.Message} {f.Occurrences[0].Page}"));
        Assert.Contains(result.Criteria, c => c is { Wcag: "3.1.2", Outcome: Outcome.Passed or Outcome.Inapplicable } && c.PagesTested == result.Summary.PagesAudited);
    }
}
