using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Monitor.Functions.Api.Description;

/// <summary>The API's description (OpenAPI 3.1.1), made from <see cref="ApiOperations"/> and from the very types that are sent.</summary>
internal static partial class OpenApiDocument
{
    private const string Intro =
        "Compliance of Norwegian public bodies' web solutions, as found by automatic tests. JSON in camelCase, times in UTC (ISO 8601), "
        + "errors as RFC 9457 problem+json with a stable code. Listings name the next page in the Link header; a page may hold fewer items than its limit. "
        + "Reads carry an ETag; writes that replace or delete take it in If-Match. What does not exist and what is not yours look alike (404).";

    private static readonly SchemaBook Schemas = new();

    /// <summary>The document.</summary>
    public static JsonObject Document { get; } = Build();

    private static JsonObject Build()
    {
        var paths = new JsonObject();
        foreach (IGrouping<string, ApiOperation> path in ApiOperations.All.GroupBy(o => o.Path))
            paths["/" + path.Key] = new JsonObject(path.Select(o => KeyValuePair.Create<string, JsonNode?>(o.Method, Operation(o))));
        return new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject
            {
                ["title"] = "Monitor",
                ["version"] = "1",
                ["description"] = Intro,
            },
            ["security"] = new JsonArray(new JsonObject { ["key"] = new JsonArray() }),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["securitySchemes"] = new JsonObject { ["key"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer" } },
                ["schemas"] = Schemas.ToJson(),
            },
        };
    }

    private static JsonObject Operation(ApiOperation operation)
    {
        var json = new JsonObject
        {
            ["operationId"] = operation.Function,
            ["summary"] = operation.Summary,
            ["description"] = string.Join(' ', new[] { operation.Description, Audience(operation) }.OfType<string>()),
            ["parameters"] = Parameters(operation),
        };
        if (operation.For == "anyone")
            json["security"] = new JsonArray();
        if (operation.Body is { } body)
        {
            json["requestBody"] = new JsonObject
            {
                ["required"] = true,
                ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = Schemas.Reference(body) } },
            };
        }
        json["responses"] = Responses(operation);
        return json;
    }

    private static string Audience(ApiOperation operation) => operation.For switch
    {
        "supervisor" => "For supervisors.",
        "anyone" => "Open to anyone.",
        _ => "For supervisors, and for an agency about its own.",
    };

    private static JsonArray Parameters(ApiOperation operation)
    {
        var parameters = new JsonArray([.. PathParameter().Matches(operation.Path).Select(m => Parameter("path", m.Groups[1].Value, null, true))]);
        foreach ((string name, string meaning) in operation.Query)
            parameters.Add(Parameter("query", name, meaning, false));
        if (operation.Paged)
        {
            parameters.Add(Parameter("query", "limit", "Items at most, 1 to 1000; 100 if not given", false));
            parameters.Add(Parameter("query", "continuationToken", "From the link to the next page", false));
        }
        if (operation.Versioned)
            parameters.Add(Parameter("header", "If-Match", "The ETag of the version that the write was made to", true));
        return parameters;
    }

    private static JsonObject Parameter(string place, string name, string? meaning, bool required)
    {
        var parameter = new JsonObject
        {
            ["name"] = name,
            ["in"] = place,
            ["required"] = required,
            ["schema"] = new JsonObject { ["type"] = name == "limit" ? "integer" : "string" },
        };
        if (meaning is not null)
            parameter["description"] = meaning;
        return parameter;
    }

    private static JsonObject Responses(ApiOperation operation)
    {
        var done = new JsonObject { ["description"] = operation.Summary };
        if (operation.Result is { } result)
        {
            JsonObject schema = result == typeof(byte[]) ? new JsonObject { ["type"] = "string", ["format"] = "binary" }
                : result == typeof(JsonObject) ? new JsonObject { ["type"] = "object" }
                : Schemas.Reference(result);
            done["content"] = new JsonObject { [operation.MediaType] = new JsonObject { ["schema"] = schema } };
        }
        var responses = new JsonObject
        {
            [operation.Status.ToString(System.Globalization.CultureInfo.InvariantCulture)] = done,
            ["default"] = new JsonObject
            {
                ["description"] = "What went wrong",
                ["content"] = new JsonObject { ["application/problem+json"] = new JsonObject { ["schema"] = Schemas.Reference(typeof(Http.ProblemBody)) } },
            },
        };
        if (operation.Method == "get")
            responses["304"] = new JsonObject { ["description"] = "The client has it already" };
        return responses;
    }

    [GeneratedRegex(@"\{([A-Za-z]+)")]
    private static partial Regex PathParameter();
}
