using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Monitor.Crawlers.Accessibility.Documents.Pdf;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.Documents;

/// <summary>PDFs made to harm whoever reads them: each costs little, and costs its document alone.</summary>
public sealed class HostilePdfTests
{
    private static readonly byte[] Good = new TestPdf().Build();

    private static Task<PdfReading> ReadAsync(byte[] file, PdfLimits? limits = null) =>
        new PdfReader(TimeProvider.System) { Limits = limits ?? new PdfLimits() }.ReadAsync(file, TestContext.Current.CancellationToken);

    private static byte[] Deflated(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            zlib.Write(bytes);
        return packed.ToArray();
    }

    [Fact]
    public async Task A_file_with_more_bytes_than_we_read_is_not_opened() =>
        Assert.Equal(PdfProblem.TooLarge, (await ReadAsync(Good, new PdfLimits { Bytes = Good.Length - 1 })).Problem);

    [Fact]
    public async Task A_stream_that_inflates_beyond_measure_is_left_out_before_it_is_inflated()
    {
        byte[] bomb = Deflated(Deflated(new byte[200 * 1024 * 1024]));
        string contents = TestPdf.Stream(bomb, "/Filter[/FlateDecode/FlateDecode]");
        byte[] file = new TestPdf { Pages = ["/Fm Do", TestPdf.Page()], More = [contents.Replace("<<", "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]", StringComparison.Ordinal)] }.Build();
        long before = GC.GetTotalAllocatedBytes();

        PdfReading reading = await ReadAsync(file);

        Assert.Equal((2, 1), (reading.Facts?.Pages, reading.Facts?.Text.PagesUnread));
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 150L * 1024 * 1024);
    }

    [Theory]
    [InlineData("/LZWDecode")]
    [InlineData("/CCITTFaxDecode")]
    [InlineData("/DCTDecode")]
    public async Task A_stream_whose_growth_cannot_be_told_is_not_decoded(string filter)
    {
        string form = TestPdf.Stream(new byte[100_000], $"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Filter{filter}");

        PdfReading reading = await ReadAsync(new TestPdf { Pages = ["/Fm Do", TestPdf.Page()], More = [form] }.Build());

        Assert.Equal((1, 1), (reading.Facts?.Text.PagesRead, reading.Facts?.Text.PagesUnread));
    }

    [Theory]
    [InlineData("[", 1_000_000)]
    [InlineData("<</A ", 500_000)]
    public async Task Values_inside_values_without_end_are_a_problem(string opening, int times)
    {
        PdfReading reading = await ReadAsync(new TestPdf { Catalog = "/A " + string.Concat(Enumerable.Repeat(opening, times)) }.Build());

        Assert.Equal(PdfProblem.Broken, reading.Problem);
    }

    [Theory]
    [InlineData("[", 500_000)]
    [InlineData("(", 500_000)]
    [InlineData("q ", 500_000)]
    [InlineData("/P <</MCID 0>> BDC ", 200_000)]
    [InlineData("(aaaaaaaaaaaaaaaaaaaa) Tj ", 100_000)]
    public async Task A_page_that_is_drawn_without_end_costs_that_page_alone(string operation, int times)
    {
        string drawn = "BT /F 9 Tf " + string.Concat(Enumerable.Repeat(operation, times));

        PdfText? text = (await ReadAsync(new TestPdf { Pages = [drawn, TestPdf.Page()] }.Build())).Facts?.Text;

        Assert.Equal(1, text?.TextPages);
        Assert.Equal(2, text?.PagesRead + text?.PagesUnread);
    }

    [Fact]
    public async Task One_stream_drawn_a_thousand_times_costs_that_page_alone()
    {
        string name = string.Concat(Enumerable.Repeat("11 0 R ", 100_000));
        string file = Encoding.Latin1.GetString(new TestPdf().Build()).Replace("/Contents 11 0 R", $"/Contents[{name}]", StringComparison.Ordinal);

        PdfReading reading = await ReadAsync(Encoding.Latin1.GetBytes(file));

        Assert.Equal((2, 1), (reading.Facts?.Text.PagesRead, reading.Facts?.Text.PagesUnread));
    }

    [Theory]
    [InlineData("/Fm Do", "/Fm Do")]
    [InlineData("/Fn Do", "/Fm Do")]
    [InlineData("/Fn Do /Fn Do /Fn Do", "/Fm Do /Fm Do /Fm Do")]
    public async Task Forms_that_draw_each_other_come_to_an_end(string first, string second)
    {
        const string Entries = "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</Fm 100 0 R/Fn 101 0 R>>>>";
        var pdf = new TestPdf
        {
            Pages = ["/Fm Do", TestPdf.Page()],
            More = [TestPdf.Stream(Encoding.Latin1.GetBytes(first), Entries), TestPdf.Stream(Encoding.Latin1.GetBytes(second), Entries)],
        };

        Assert.Equal(1, (await ReadAsync(pdf.Build())).Facts?.Text.TextPages);
    }

    [Theory]
    [InlineData("/Count 1/Kids[2 0 R]")]
    [InlineData("/Count 2000000000/Kids[10 0 R 2 0 R]")]
    [InlineData("/Count -1/Kids 2 0 R")]
    [InlineData("/Kids[[[10 0 R]]]")]
    public async Task A_page_tree_that_lies_or_runs_in_circles_ends(string tree)
    {
        PdfReading reading = await ReadAsync(new TestPdf { PageTree = tree }.Build());

        Assert.True(reading.Problem == PdfProblem.Broken || reading.Facts?.Pages == 1, $"{reading}");
    }

    [Fact]
    public async Task A_page_tree_as_deep_as_a_file_may_have_objects_is_read_to_its_end() =>
        Assert.Equal(1, (await ReadAsync(Deep(60_000))).Facts?.Pages);

    [Fact]
    public async Task A_file_with_more_objects_than_any_needs_is_not_opened() =>
        Assert.Equal(PdfProblem.TooCostly, (await ReadAsync(new TestPdf { More = [.. Enumerable.Repeat("0", 300_001)] }.Build())).Problem);

    [Fact]
    public async Task More_tags_than_we_read_leave_open_what_was_not_found()
    {
        string tree = $"<</Type/StructTreeRoot/K[{string.Concat(Enumerable.Repeat("<</S/P/K 0>>", 50))}<</S/H1/K 1>>]>>";

        PdfTags? tags = (await ReadAsync(new TestPdf { TagTree = tree }.Build(), new PdfLimits { Tags = 20 })).Facts?.Tags;

        Assert.False(tags?.Complete);
        Assert.True(tags?.Any);
    }

    [Fact]
    public async Task Pages_behind_the_limit_are_not_read()
    {
        PdfFacts? facts = (await ReadAsync(new TestPdf { Pages = [.. Enumerable.Repeat(TestPdf.Page(), 40)] }.Build())).Facts;

        Assert.Equal((40, 30), (facts?.Pages, facts?.Text.PagesRead));
    }

    [Fact]
    public async Task A_reading_that_needs_too_much_memory_is_given_up() =>
        Assert.Equal(PdfProblem.TooCostly, (await ReadAsync(Good, new PdfLimits { AllocatedBytes = 0 })).Problem);

    [Fact]
    public async Task A_reading_that_takes_too_long_is_given_up() =>
        Assert.Equal(PdfProblem.TooSlow, (await ReadAsync(Deep(20_000), new PdfLimits { Time = TimeSpan.FromMilliseconds(1) })).Problem);

    [Fact]
    public async Task Whatever_becomes_of_a_files_bytes_reading_it_is_a_value()
    {
        var random = new Random(20220201);
        byte[][] seeds =
        [
            Good,
            new TestPdf { Pages = [TestPdf.Scan, TestPdf.Page("- a", "- b", "- c")], More = [TestPdf.Stream(Deflated("BT /F 9 Tf (x) Tj ET"u8.ToArray()), "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Filter/FlateDecode")] }.Build(),
        ];
        long started = Stopwatch.GetTimestamp();
        int read = 0, refused = 0;
        for (int i = 0; i < 1500; i++)
        {
            PdfReading reading = await ReadAsync(Mutate([.. seeds[i % seeds.Length]], random), new PdfLimits { Time = TimeSpan.FromSeconds(10) });
            Assert.NotEqual(PdfProblem.TooSlow, reading.Problem);
            _ = reading.Succeeded ? read++ : refused++;
        }

        Assert.InRange(read, 100, 1400);
        Assert.InRange(refused, 50, 1400);
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 120);
    }

    private static byte[] Deep(int depth) => new TestPdf
    {
        PageTree = "/Count 1/Kids[100 0 R]",
        More = [.. Enumerable.Range(101, depth).Select(i => $"<</Type/Pages/Count 1/Kids[{(i == 100 + depth ? 10 : i)} 0 R]>>")],
    }.Build();

    private static byte[] Mutate(byte[] file, Random random)
    {
        for (int changes = random.Next(1, 12); changes > 0; changes--)
        {
            int at = random.Next(file.Length), length = Math.Min(random.Next(1, 60), file.Length - at);
            switch (random.Next(6))
            {
                case 0:
                    file[at] = (byte)random.Next(256);
                    break;
                case 1:
                    random.NextBytes(file.AsSpan(at, length));
                    break;
                case 2:
                    file = [.. file[..at], .. file[(at + length)..]];
                    break;
                case 3:
                    file = [.. file[..at], .. file.AsSpan(random.Next(file.Length - length + 1), length), .. file[at..]];
                    break;
                case 4:
                    // Digits are lengths, numbers of objects and offsets.
                    for (int i = at; i < file.Length && i < at + 200; i++)
                        file[i] = char.IsAsciiDigit((char)file[i]) && random.Next(4) == 0 ? (byte)('0' + random.Next(10)) : file[i];
                    break;
                default:
                    if (random.Next(8) == 0)
                        file = file[..Math.Max(at, 10)];
                    break;
            }
        }
        return file;
    }
}
