using Monitor.Local.Commands.Scan;
using Monitor.Shared.Scans;
using Xunit;

namespace Monitor.Local.Tests.Commands;

public sealed class PageQueueTests
{
    private static readonly SamplePage Page = new("https://a.no/", PageKind.Start), Document = new("https://a.no/a.pdf", PageKind.Document), Reserve = new("https://a.no/r", PageKind.Random);

    [Fact]
    public void A_page_that_is_skipped_is_replaced_and_a_document_is_not()
    {
        var queue = new PageQueue(new Sample(1, [Document, Page], [Reserve], 2));

        Assert.Equal(Document, queue.Take());
        queue.Done(Document, PageAudit.Unmeasured(Document.Url, PageStatus.Skipped, PageReasons.Unreadable));
        Assert.Equal(Page, queue.Take());
        Assert.Null(queue.Take());
        queue.Done(Page, PageAudit.Unmeasured(Page.Url, PageStatus.Skipped, PageReasons.Gone));
        Assert.Equal(Reserve, queue.Take());
    }
}
