using System.Net;
using Monitor.Local.Commands;
using Monitor.Local.Commands.Scan;
using Monitor.Local.Demo;
using Monitor.Shared.Scans;
using Monitor.Tests.Support.Processes;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Local.Tests.Demo;

/// <summary>What the demo's own pages are found to be.</summary>
public sealed class DemoSiteTests
{
    [Theory]
    [InlineData("eksempelvik")]
    [InlineData("eksempel")]
    public async Task The_faults_of_the_demo_are_those_it_was_given_which_axe_finds(string name)
    {
        using var folder = new TemporaryFolder();
        await using DemoSite site = await DemoSite.StartAsync(
            name, new IPEndPoint(LoopbackAddresses.Next(), FreePort.Next()), folder.Path, TestContext.Current.CancellationToken);
        await using var scan = new SiteScan(new ScanArguments { Url = site.Address.AbsoluteUri, Delay = 0, Concurrency = 2, AllowPrivateAddresses = true });

        ScanResult result = await scan.RunAsync(new ScanProgressLine(Terminal.Process), TestContext.Current.CancellationToken);

        Assert.True(result.Summary.PagesAudited > 5);
        Assert.NotEmpty(result.Findings);
        Assert.Empty(result.Findings.Where(f => f.Check != "axe").Select(f => $"{f.Check}/{f.Rule}: {f.Occurrences[0].Page} {f.Occurrences[0].Target}"));
    }
}
