namespace Monitor.Crawlers.Accessibility.Documents.Pdf;

/// <summary>What reading one PDF has cost so far. Every step that a hostile file can multiply is paid for here, which is also where a reading that took too long ends.</summary>
internal sealed class PdfBudget(PdfLimits limits)
{
    private volatile bool abandoned;
    private long decoded;
    private long objects;
    private long pageBytes;
    private long pageMarks;

    /// <summary>Bytes that streams may still come to.</summary>
    public long DecodedBytesLeft => limits.DecodedBytes - decoded;

    /// <summary>Nobody waits for the reading any more.</summary>
    public void Abandon() => abandoned = true;

    /// <summary>Another page begins.</summary>
    public void BeginPage()
    {
        pageBytes = 0;
        pageMarks = 0;
        Spend(ref objects, 0, limits.Objects);
    }

    /// <summary>A stream was decoded, or is about to be.</summary>
    public void Decode(long bytes) => Spend(ref decoded, bytes, limits.DecodedBytes);

    /// <summary>The file has objects.</summary>
    public void Objects(long count) => Spend(ref objects, count, limits.Objects);

    /// <summary>What draws the page is parsed.</summary>
    public void Parse(long bytes) => Spend(ref pageBytes, bytes, limits.PageBytes);

    /// <summary>Something is drawn on the page.</summary>
    public void Mark() => Spend(ref pageMarks, 1, limits.PageMarks);

    /// <summary>A graphics state was saved inside others.</summary>
    public void State(int depth)
    {
        if (depth > limits.States)
            throw new PdfBudgetException();
    }

    private void Spend(ref long spent, long amount, long most)
    {
        spent += Math.Max(0, amount);
        if (abandoned || spent > most || GC.GetAllocatedBytesForCurrentThread() > limits.AllocatedBytes)
            throw new PdfBudgetException();
    }
}

/// <summary>Carries out of a parser that is not ours that a limit was passed; the reader turns it into a value.</summary>
internal sealed class PdfBudgetException() : Exception("The document costs more than it may.");
