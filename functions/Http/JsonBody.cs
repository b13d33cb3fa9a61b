using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Monitor.Functions.Access;
using Monitor.Shared.Domain;

namespace Monitor.Functions.Http;

/// <summary>Reads a request's JSON strictly: a member that we would ignore is a mistake that its sender wants to hear about.</summary>
internal static class JsonBody
{
    private static readonly JsonSerializerOptions Strict = new(MonitorJson.Options)
    {
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        MaxDepth = 16,
    };

    private static readonly LocalizedText NotReadable = new(
        "Verdien mangler, har feil type eller er ukjent her. Se api/v1/openapi.json.",
        "Verdien manglar, har feil type eller er ukjend her. Sjå api/v1/openapi.json.",
        "The value is missing, of the wrong type or unknown here. See api/v1/openapi.json.");

    /// <summary>Reads the body.</summary>
    public static async Task<BodyRead<TBody>> ReadAsync<TBody>(HttpRequest request) where TBody : class
    {
        if (!request.HasJsonContentType())
            return new BodyRead<TBody>(null, new ProblemResult(Problems.MediaType));
        if (await BytesAsync(request) is not { } bytes)
            return new BodyRead<TBody>(null, new ProblemResult(Problems.TooLarge));
        try
        {
            return JsonSerializer.Deserialize<TBody>(bytes, Strict) is { } body ? new BodyRead<TBody>(body, null) : Refused<TBody>("$");
        }
        catch (JsonException e)
        {
            return Refused<TBody>(e.Path);
        }
    }

    private static async Task<byte[]?> BytesAsync(HttpRequest request)
    {
        if (request.ContentLength > Door.BodyBytes)
            return null;
        using var bytes = new MemoryStream();
        byte[] buffer = new byte[8192];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            if (bytes.Length + read > Door.BodyBytes)
                return null;
            bytes.Write(buffer, 0, read);
        }
        return bytes.ToArray();
    }

    private static BodyRead<TBody> Refused<TBody>(string? path) where TBody : class =>
        new(null, new ProblemResult(Problems.Invalid) { Errors = [new ProblemError(PointerOf(path), "unreadable", NotReadable)] });

    /// <summary>A serializer's path (<c>$.a[0]['b.c']</c>) as a JSON pointer in a fragment (RFC 6901 section 6).</summary>
    internal static string PointerOf(string? path)
    {
        var pointer = new StringBuilder("#");
        for (int i = 1; i < path?.Length;)
        {
            int end;
            switch (path[i])
            {
                case '[' when path.IndexOf("']", i, StringComparison.Ordinal) is > 0 and var close && path[i + 1] == '\'':
                    Append(path[(i + 2)..close]);
                    i = close + 2;
                    break;
                case '[' when path.IndexOf(']', i) is > 0 and var close:
                    Append(path[(i + 1)..close]);
                    i = close + 1;
                    break;
                default:
                    end = path.AsSpan(i + 1).IndexOfAny('.', '[') is >= 0 and var next ? i + 1 + next : path.Length;
                    Append(path[(i + 1)..end]);
                    i = end;
                    break;
            }
        }
        return pointer.ToString();

        void Append(string member) =>
            pointer.Append('/').Append(member.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
    }
}

/// <summary>A body, or why it is refused.</summary>
/// <param name="Value">The body.</param>
/// <param name="Refusal">The answer to give instead.</param>
internal sealed record BodyRead<TBody>(TBody? Value, IResult? Refusal) where TBody : class
{
    /// <summary>Whether there is a body.</summary>
    public bool Ok([NotNullWhen(true)] out TBody? value, [NotNullWhen(false)] out IResult? refusal)
    {
        (value, refusal) = (Value, Refusal);
        return value is not null;
    }
}
