using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Logging;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Monitor.Crawlers.Accessibility.Documents.Pdf;

/// <summary>Makes <see cref="PdfPageFacts"/> of pages, within the budget. Made by PdfPig itself, which is why the budget comes along with the filters.</summary>
internal sealed class PdfPageFactory : BasePageFactory<PdfPageFacts>, IPageFactory<PdfPageFacts>
{
    private readonly PdfBudget budget;

    /// <summary>As PdfPig makes it.</summary>
    public PdfPageFactory(
        IPdfTokenScanner pdfScanner, IResourceStore resourceStore, ILookupFilterProvider filterProvider, IPageContentParser pageContentParser, ParsingOptions parsingOptions)
        : base(pdfScanner, resourceStore, filterProvider, new BoundedParser(pageContentParser, BudgetOf(parsingOptions)), parsingOptions)
    {
        budget = BudgetOf(parsingOptions);
    }

    PdfPageFacts IPageFactory<PdfPageFacts>.Create(int number, DictionaryToken dictionary, PageTreeMembers pageTreeMembers, NamedDestinations namedDestinations)
    {
        budget.BeginPage();
        // Before they are put together: one stream may be named a million times. What draws a page is parsed after, hence the same limit, not the same account.
        budget.Parse(LengthOf(dictionary));
        budget.BeginPage();
        return Create(number, dictionary, pageTreeMembers, namedDestinations);
    }

    /// <inheritdoc/>
    protected override PdfPageFacts ProcessPage(
        int pageNumber, DictionaryToken dictionary, NamedDestinations namedDestinations, MediaBox mediaBox, CropBox cropBox, UserSpaceUnit userSpaceUnit,
        PageRotationDegrees rotation, TransformationMatrix initialMatrix, IReadOnlyList<IGraphicsStateOperation> operations) =>
        new PdfPageProcessor(pageNumber, ResourceStore, PdfScanner, PageContentParser, FilterProvider, cropBox, userSpaceUnit, rotation, initialMatrix, ParsingOptions, budget)
            .Process(pageNumber, operations);

    private long LengthOf(DictionaryToken page)
    {
        var objects = new PdfObjects(PdfScanner);
        return objects.Find(page, "Contents") switch
        {
            StreamToken stream => stream.Data.Length,
            ArrayToken array => array.Data.Sum(s => objects.Resolve(s) is StreamToken stream ? stream.Data.Length : 0L),
            _ => 0,
        };
    }

    private static PdfBudget BudgetOf(ParsingOptions options) => ((BoundedFilters)options.FilterProvider!).Budget;

    private sealed class BoundedParser(IPageContentParser inner, PdfBudget budget) : IPageContentParser
    {
        public IReadOnlyList<IGraphicsStateOperation> Parse(int pageNumber, IInputBytes inputBytes, ILog log)
        {
            budget.Parse(inputBytes.Length);
            return inner.Parse(pageNumber, inputBytes, log);
        }
    }
}
