using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Monitor.Tests.Support;
using Xunit;

namespace Monitor.Shared.Tests.Scans;

public sealed class PageAuditBlobTests
{
    private static readonly ScanId Scan = ScanId.New(SolutionId.New(OrgNumber.Parse("991825827")), new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
    private readonly MemoryBlobs blobs = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_kept_reads_back_the_same()
    {
        var element = new ElementResult(Outcome.Failed, "f", "img", "<img alt=\"æøå\">", "Navn", "main", null, "evidence/x.png") { Omitted = 3 };
        var audit = new PageAudit("https://a.no/", "https://a.no/b", "Tittel", PageStatus.Audited, null, 200, 7,
            [new RuleResult("axe", "image-alt", "4.14", Outcome.Failed, ["1.1.1"], "critical", "m", [element])],
            new PageEvidence("h", 1280, 800, [new EngineInfo("axe-core", "4.14.0")], "Chromium", DateTimeOffset.UnixEpoch));

        await PageAuditBlob.WriteAsync(blobs, Scan, "side", audit, Cancellation);
        PageAudit read = (await PageAuditBlob.ReadAsync(blobs, PageAuditBlob.NameOf(Scan, "side"), Cancellation))!;

        Assert.Equivalent(audit, read, strict: true);
    }

    [Fact]
    public async Task The_first_observation_wins()
    {
        PageAudit first = PageAudit.Unmeasured("https://a.no/", PageStatus.Failed, PageReasons.Timeout);
        await PageAuditBlob.WriteAsync(blobs, Scan, "side", first, Cancellation);

        PageAudit kept = await PageAuditBlob.WriteAsync(blobs, Scan, "side", first with { Reason = PageReasons.Dns }, Cancellation);

        Assert.Equal(PageReasons.Timeout, kept.Reason);
    }

    [Fact]
    public async Task Each_look_has_a_blob_of_its_own_and_a_missing_one_is_null()
    {
        string first = PageAuditBlob.NameOf(Scan, "side"), second = PageAuditBlob.NameOf(Scan, "side|2");

        Assert.Equal($"scans/{Scan}/pages/side.json.gz", first);
        Assert.Equal($"scans/{Scan}/pages/side-2.json.gz", second);
        Assert.Null(await PageAuditBlob.ReadAsync(blobs, first, Cancellation));
    }

    [Fact]
    public async Task A_blob_with_something_else_is_no_audit()
    {
        await blobs.WriteAsync("x", new BinaryData("abc"), "text/plain", Cancellation);

        await Assert.ThrowsAsync<InvalidDataException>(() => PageAuditBlob.ReadAsync(blobs, "x", Cancellation));
    }
}
