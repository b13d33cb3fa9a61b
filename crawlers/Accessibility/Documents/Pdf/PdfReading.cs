using System.Diagnostics.CodeAnalysis;

namespace Monitor.Crawlers.Accessibility.Documents.Pdf;

/// <summary>What reading a PDF came to: its facts, or why there are none.</summary>
internal sealed record PdfReading
{
    private PdfReading(PdfFacts? facts, PdfProblem? problem)
    {
        Facts = facts;
        Problem = problem;
    }

    /// <summary>The facts.</summary>
    public PdfFacts? Facts { get; }

    /// <summary>Why there are none.</summary>
    public PdfProblem? Problem { get; }

    /// <summary>Whether it was read.</summary>
    [MemberNotNullWhen(true, nameof(Facts))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Succeeded => Facts is not null;

    public static PdfReading Of(PdfFacts facts) => new(facts, null);

    public static PdfReading Failed(PdfProblem problem) => new(null, problem);
}

/// <summary>Why a PDF was not read.</summary>
internal enum PdfProblem
{
    /// <summary>It is none.</summary>
    NotPdf,

    /// <summary>It has more bytes than we read.</summary>
    TooLarge,

    /// <summary>It costs more than a document may: too many objects, or streams that grow beyond all measure.</summary>
    TooCostly,

    /// <summary>It took too long.</summary>
    TooSlow,

    /// <summary>It opens with a password only.</summary>
    Locked,

    /// <summary>Its pages are not what is shown: a form that the viewer builds, or a folder of files.</summary>
    NotPages,

    /// <summary>It is broken.</summary>
    Broken,
}
