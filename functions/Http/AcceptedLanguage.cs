using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Monitor.Shared.Domain;

namespace Monitor.Functions.Http;

/// <summary>Which of our languages a request asks for (RFC 9110 section 12.5.4); bokmål where it names none of them.</summary>
public static class AcceptedLanguage
{
    /// <summary>The language to answer in.</summary>
    public static Language Of(HttpRequest request)
    {
        foreach (StringWithQualityHeaderValue wanted in request.GetTypedHeaders().AcceptLanguage
            .Where(l => l.Quality is not 0).OrderByDescending(l => l.Quality ?? 1))
        {
            string tag = wanted.Value.ToString().Split('-')[0].ToLowerInvariant();
            // "no" is the macrolanguage; bokmål is what is meant by it.
            if (Languages.TryParse(tag == "no" ? "nb" : tag, out Language language))
                return language;
        }
        return Language.Nb;
    }
}
