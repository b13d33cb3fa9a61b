using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Monitor.Crawlers.Accessibility.Documents.Pdf;

/// <summary>Draws one page, in so far as it is letters and the places of pictures.</summary>
internal sealed class PdfPageProcessor(
    int pageNumber, IResourceStore resources, IPdfTokenScanner scanner, IPageContentParser parser, ILookupFilterProvider filters, CropBox cropBox,
    UserSpaceUnit unit, PageRotationDegrees rotation, TransformationMatrix initialMatrix, ParsingOptions options, PdfBudget budget)
    : BaseStreamProcessor<PdfPageFacts>(pageNumber, resources, scanner, parser, filters, cropBox, unit, rotation, initialMatrix, options)
{
    private readonly TextLines lines = new();
    private readonly double pageArea = cropBox.Bounds.Area;
    private double pictures;
    private bool languages;

    public override PdfPageFacts Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        CloneAllStates();
        ProcessOperations(operations);
        IReadOnlyList<TextLine> read = lines.End();
        return new PdfPageFacts(read.Sum(l => l.Letters), pageArea > 0 ? Math.Min(1, pictures / pageArea) : 0, read, languages);
    }

    public override void RenderGlyph(
        IFont font, CurrentGraphicsState currentState, double fontSize, double pointSize, int code, string unicode, long currentOffset,
        in TransformationMatrix renderingMatrix, in TransformationMatrix textMatrix, in TransformationMatrix transformationMatrix, CharacterBoundingBox characterBoundingBox)
    {
        budget.Mark();
        PdfPoint place = transformationMatrix.Transform(textMatrix.Transform(renderingMatrix.Transform(new PdfPoint(0, 0))));
        lines.Add(unicode, place.X, place.Y, Math.Abs(pointSize));
    }

    public override void ApplyXObject(NameToken xObjectName)
    {
        budget.Mark();
        base.ApplyXObject(xObjectName);
    }

    public override void PushState()
    {
        base.PushState();
        budget.Mark();
        budget.State(StackSize);
    }

    public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties)
    {
        budget.Mark();
        languages |= (properties ?? (propertyDictionaryName is null ? null : ResourceStore.GetMarkedContentPropertiesDictionary(propertyDictionaryName)))?.Data.ContainsKey("Lang") == true;
    }

    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord)
    {
        TransformationMatrix place = xObjectContentRecord.AppliedTransformation;
        pictures += Math.Abs((place.A * place.D) - (place.B * place.C));
    }

    protected override void RenderInlineImage(InlineImage inlineImage)
    {
        budget.Mark();
        pictures += inlineImage.BoundingBox.Area;
    }

    // Lines, areas and clipping are neither text nor pictures.
    public override void EndMarkedContent()
    {
    }

    public override void BeginSubpath()
    {
    }

    public override PdfPoint? CloseSubpath() => null;

    public override void StrokePath(bool close)
    {
    }

    public override void FillPath(FillingRule fillingRule, bool close)
    {
    }

    public override void FillStrokePath(FillingRule fillingRule, bool close)
    {
    }

    public override void MoveTo(double x, double y)
    {
    }

    public override void BezierCurveTo(double x2, double y2, double x3, double y3)
    {
    }

    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3)
    {
    }

    public override void LineTo(double x, double y)
    {
    }

    public override void Rectangle(double x, double y, double width, double height)
    {
    }

    public override void EndPath()
    {
    }

    public override void ClosePath()
    {
    }

    public override void ModifyClippingIntersect(FillingRule clippingRule)
    {
    }

    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule)
    {
    }

    public override void PaintShading(NameToken shadingName)
    {
    }
}
