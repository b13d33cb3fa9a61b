using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;
using Monitor.Functions.Http;
using Monitor.Shared.Domain;

namespace Monitor.Functions.Access;

/// <summary>Problems as bare HTML, where no dashboard has registered better.</summary>
internal sealed class PlainErrorPages : IErrorPages
{
    public IResult Render(HttpRequest request, Language language, Problem problem)
    {
        string title = HtmlEncoder.Default.Encode(problem.Title.In(language));
        string detail = HtmlEncoder.Default.Encode(problem.Detail?.In(language) ?? "");
        return Results.Content(
            $"""
            <!DOCTYPE html>
            <html lang="{language.Code()}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title></head>
            <body><main><h1>{title}</h1><p>{detail}</p></main></body>
            </html>
            """,
            "text/html; charset=utf-8",
            statusCode: problem.Status);
    }
}
