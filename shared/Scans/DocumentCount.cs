namespace Monitor.Shared.Scans;

/// <summary>The documents that the pages a crawl read link to, in scope. Counted, not judged.</summary>
/// <param name="Pdf">PDFs; some of them are in the sample.</param>
/// <param name="Office">Office files.</param>
/// <param name="OfficeAlone">Of these, files beside which no page links to a PDF or a web page of the same name.</param>
public sealed record DocumentCount(int Pdf, int Office, int OfficeAlone);
