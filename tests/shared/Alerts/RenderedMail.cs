using System.Text;
using MimeKit;
using MimeKit.Text;
using Monitor.Shared.Alerts;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Xunit;

namespace Monitor.Shared.Tests.Alerts;

/// <summary>A mail rendered from given facts and read back by another reader than wrote it.</summary>
internal sealed class RenderedMail
{
    public const string OptInToken = "optin-token";
    public const string LeaveToken = "leave-token-0123456789-0123456789-0123456789-0123456789-0123456789-0123456789-0123456789-0123456789-0123456789-0123456789";

    // Ids are random; renderings that are compared need the same one.
    private static readonly ScanId OneScan =
        ScanId.New(SolutionId.Parse("991825827-abcdefgh"), new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    public RenderedMail(AlertWorld world, AlertFacts facts)
    {
        var row = new OutboxRow
        {
            PartitionKey = "991825827",
            RowKey = "abcdefghijklmnopqrstuvwxyz-abcdefghijklmnopqrstuvwxyz",
            Kind = facts.Kind,
            CreatedAt = new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero),
        };
        Bytes = world.Get<AlertComposer>().Compose(row, facts, AlertWorld.Address, OptInToken, LeaveToken).ToArray();
        Message = MimeMessage.Load(new MemoryStream(Bytes));
        Text = Message.TextBody ?? "";
        Html = Message.HtmlBody ?? "";
        Read();
    }

    public byte[] Bytes { get; }

    public MimeMessage Message { get; }

    public string Text { get; }

    public string Html { get; }

    /// <summary>What a reader of the HTML part sees.</summary>
    public string HtmlText { get; private set; } = "";

    /// <summary>Where the HTML part's links lead.</summary>
    public IReadOnlyList<string> Links { get; private set; } = [];

    /// <summary>The HTML part's elements.</summary>
    public IReadOnlyList<string> Elements { get; private set; } = [];

    public IEnumerable<string> HeaderNames => Message.Headers.Select(h => h.Field);

    /// <summary>The mail about a scan's changes.</summary>
    public static RenderedMail Of(AlertWorld world, ScanChanges changes) =>
        new(world, AlertFacts.Scan(world.Agency, world.Solution, changes with { Scan = OneScan }));

    public void SaysInBothParts(string fact)
    {
        Assert.Contains(fact, Text, StringComparison.Ordinal);
        Assert.Contains(fact, HtmlText, StringComparison.Ordinal);
    }

    public void LinksInBothParts(string url)
    {
        Assert.Contains(url, Text, StringComparison.Ordinal);
        Assert.Contains(url, Links);
    }

    private void Read()
    {
        var text = new StringBuilder();
        List<string> links = [], elements = [];
        var tokens = new HtmlTokenizer(new StringReader(Html)) { DecodeCharacterReferences = true };
        while (tokens.ReadNextToken(out HtmlToken? token))
        {
            if (token is HtmlDataToken data)
                text.Append(data.Data);
            else if (token is HtmlTagToken { IsEndTag: false } tag)
            {
                elements.Add(tag.Name);
                links.AddRange(tag.Attributes.Where(a => a.Name == "href").Select(a => a.Value ?? ""));
            }
        }
        (HtmlText, Links, Elements) = (text.ToString(), links, elements);
    }
}
