namespace Monitor.Functions.Api.Description;

/// <summary>One operation of the API, as its description tells it.</summary>
/// <param name="Method">The HTTP method, lower case.</param>
/// <param name="Path">The route.</param>
/// <param name="Function">The function that answers it.</param>
/// <param name="Summary">What it does.</param>
internal sealed record ApiOperation(string Method, string Path, string Function, string Summary)
{
    /// <summary>Who may: <c>anyone</c>, <c>key</c> or <c>supervisor</c>.</summary>
    public string For { get; init; } = "key";

    /// <summary>The status when all is well.</summary>
    public int Status { get; init; } = 200;

    /// <summary>What is sent.</summary>
    public Type? Body { get; init; }

    /// <summary>What is answered; null for nothing.</summary>
    public Type? Result { get; init; }

    /// <summary>What is answered, where it is no JSON.</summary>
    public string MediaType { get; init; } = "application/json";

    /// <summary>Whether it lists, page by page.</summary>
    public bool Paged { get; init; }

    /// <summary>Whether the write names the version it was made to.</summary>
    public bool Versioned { get; init; }

    /// <summary>Query parameters besides those of paging, each with what it means.</summary>
    public IReadOnlyList<(string Name, string Meaning)> Query { get; init; } = [];

    /// <summary>What else a caller should know.</summary>
    public string? Description { get; init; }
}
