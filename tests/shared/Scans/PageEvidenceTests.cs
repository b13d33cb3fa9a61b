using Monitor.Shared.Scans;
using Xunit;

namespace Monitor.Shared.Tests.Scans;

public sealed class PageEvidenceTests
{
    private static PageAudit Audit(string? browser, params EngineInfo[] engines) =>
        new("u", "u", null, PageStatus.Audited, null, 200, 1, [], new PageEvidence("h", 0, 0, engines, browser, DateTimeOffset.UnixEpoch));

    [Fact]
    public void A_scans_engines_are_those_of_all_its_pages_and_its_browser_is_that_of_pages_that_had_one()
    {
        EngineInfo axe = new("axe-core", "4.14.0"), pdf = new("PdfPig", "0.1.16");

        (IReadOnlyList<EngineInfo> engines, string? browser) =
            PageEvidence.Sum([PageAudit.Unmeasured("v", PageStatus.Failed, PageReasons.Timeout), Audit(null, pdf), Audit("Chromium 156", axe), Audit("Chromium 156", axe)]);

        Assert.Equal([pdf, axe], engines);
        Assert.Equal("Chromium 156", browser);
    }
}
