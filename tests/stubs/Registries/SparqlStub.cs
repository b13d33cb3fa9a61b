using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;

namespace Monitor.Stubs.Registries;

/// <summary>The SPARQL service at its root: knows queries for datasets or services of one organisation number by <c>dct:identifier</c>.</summary>
internal static partial class SparqlStub
{
    private const string ResultType = "application/sparql-results+json";

    public static StubAnswer Answer(StubRequest request, ISampleSource samples)
    {
        if (request.Path.Trim('/').Length > 0)
            return StubAnswer.NotFound;
        if (!request.Accept.Contains(ResultType, StringComparison.Ordinal))
            return StubAnswer.Refused(406, "This stub writes SPARQL JSON results only.");

        string query = request.Method == "POST"
            ? QueryHelpers.ParseQuery(request.Body)["query"].ToString()
            : QueryHelpers.ParseQuery(request.PathAndQuery.Split('?', 2) is [_, var q] ? q : "")["query"].ToString();
        if (Identifier().Match(query) is not { Success: true } identifier)
            return StubAnswer.Refused(400, "The query asks for no organisation number.");

        string? kind = query.Contains("dcat:Dataset", StringComparison.Ordinal) ? "datasets"
            : query.Contains("http://purl.org/vocab/cpsv#PublicService", StringComparison.Ordinal) ? "services" : null;
        if (kind is null)
            return StubAnswer.Refused(400, "The query asks for a class that this stub does not know.");
        return StubAnswer.Json(samples.Find(StubRegistry.Sparql, $"{kind}.{identifier.Groups[1].Value}") ?? Empty(kind), ResultType);
    }

    private static string Empty(string kind) =>
        $$$"""{"head":{"vars":["{{{kind.TrimEnd('s')}}}"]},"results":{"bindings":[]}}""";

    [GeneratedRegex("""dct:identifier\s+"([0-9]{9})"\s*[.}]""")]
    private static partial Regex Identifier();
}
