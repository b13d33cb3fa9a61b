using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Tokens;

namespace Monitor.Crawlers.Accessibility.Documents.Pdf;

/// <summary>
/// Reads PDFs of strangers. The parser is not ours and was not made for enemies: it runs on a thread of its own with the stack that its recursion may need,
/// pays for each step, is given up when it takes too long, and what it throws is a value.
/// </summary>
internal sealed class PdfReader(TimeProvider clock)
{
    private const int HeaderWithin = 1024;

    /// <summary>What a reading may cost.</summary>
    internal PdfLimits Limits { get; init; } = new();

    /// <summary>Reads one.</summary>
    /// <exception cref="OperationCanceledException">The caller was cancelled; nothing else is thrown.</exception>
    public async Task<PdfReading> ReadAsync(ReadOnlyMemory<byte> file, CancellationToken cancellation)
    {
        if (file.Length > Limits.Bytes)
            return PdfReading.Failed(PdfProblem.TooLarge);
        if (file.Span[..Math.Min(file.Length, HeaderWithin)].IndexOf("%PDF-"u8) < 0)
            return PdfReading.Failed(PdfProblem.NotPdf);

        var budget = new PdfBudget(Limits);
        var done = new TaskCompletionSource<PdfReading>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => done.SetResult(Read(file, budget)), PdfLimits.StackBytes) { IsBackground = true, Name = "PDF" };
        thread.Start();
        try
        {
            return await done.Task.WaitAsync(Limits.Time, clock, cancellation);
        }
        catch (TimeoutException)
        {
            return PdfReading.Failed(PdfProblem.TooSlow);
        }
        finally
        {
            budget.Abandon();
        }
    }

    private PdfReading Read(ReadOnlyMemory<byte> file, PdfBudget budget)
    {
        try
        {
            budget.Objects(file.Span.Count("obj"u8) / 2);
            using PdfDocument document = PdfDocument.Open(file, new ParsingOptions
            {
                UseLenientParsing = true,
                SkipMissingFonts = true,
                ClipPaths = false,
                FilterProvider = new BoundedFilters(budget),
            });
            return Read(document);
        }
        catch (PdfBudgetException)
        {
            return PdfReading.Failed(PdfProblem.TooCostly);
        }
        catch (PdfDocumentEncryptedException)
        {
            return PdfReading.Failed(PdfProblem.Locked);
        }
        // Whatever type it is of, it says that the file could not be read.
        catch (Exception)
        {
            return PdfReading.Failed(PdfProblem.Broken);
        }
    }

    private PdfReading Read(PdfDocument document)
    {
        DictionaryToken catalog = document.Structure.Catalog.CatalogDictionary;
        var objects = new PdfObjects(document.Structure.TokenScanner);
        if (objects.IsTrue(catalog, "NeedsRendering") || catalog.Data.ContainsKey("Collection"))
            return PdfReading.Failed(PdfProblem.NotPages);
        if (document.NumberOfPages == 0)
            return PdfReading.Failed(PdfProblem.Broken);

        DictionaryToken? information = document.Information.DocumentInformationDictionary;
        XmpFacts xmp = XmpFacts.Read(document);
        DateOnly?[] dates =
        [
            PdfDate.Read(objects.Text(information, "CreationDate")) ?? PdfDate.Read(xmp.Created),
            PdfDate.Read(objects.Text(information, "ModDate")) ?? PdfDate.Read(xmp.Modified),
        ];
        return PdfReading.Of(new PdfFacts(
            document.NumberOfPages, objects.Text(information, "Title") ?? xmp.Title, objects.Text(catalog, "Lang"),
            new PdfTagReader(objects, Limits).Read(catalog), new PdfTextReader(document, Limits).Read(), [.. dates.OfType<DateOnly>()]));
    }
}
