namespace Monitor.Crawlers.Accessibility.Documents.Pdf;

/// <summary>What reading one PDF may cost; tests are less patient.</summary>
internal sealed record PdfLimits
{
    /// <summary>Bytes of the file.</summary>
    public int Bytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>Objects of the file. Its page tree may be as deep as it has objects, and is read by recursion: see <see cref="StackBytes"/>.</summary>
    public int Objects { get; init; } = 300_000;

    /// <summary>Bytes that all its streams may come to by decoding; a picture is never decoded.</summary>
    public long DecodedBytes { get; init; } = 128L * 1024 * 1024;

    /// <summary>Bytes of what draws one page. Each costs some forty of memory.</summary>
    public int PageBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Pages whose text is read, from the first on.</summary>
    public int Pages { get; init; } = 30;

    /// <summary>Letters, pictures and forms drawn on one page.</summary>
    public int PageMarks { get; init; } = 100_000;

    /// <summary>Graphics states saved inside each other on one page.</summary>
    public int States { get; init; } = 1000;

    /// <summary>Tags that are read.</summary>
    public int Tags { get; init; } = 100_000;

    /// <summary>Bytes that the reading thread may allocate, live or not: a broken font makes hundreds of megabytes of a few.</summary>
    public long AllocatedBytes { get; init; } = 1024L * 1024 * 1024;

    /// <summary>In all.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(30);

    // Some 320 bytes a level of the page tree were measured; as many levels again fit into 20 MiB of object streams that are not compressed.
    // Only what is used is ever committed.
    internal const int StackBytes = 384 * 1024 * 1024;
}
