using Monitor.Shared.Domain;

namespace Monitor.Functions.Http;

/// <summary>One way a request can go wrong, as RFC 9457 describes it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">Stable, for programs.</param>
/// <param name="Title">What is wrong, for people.</param>
/// <param name="Detail">What to do about it, for people.</param>
public sealed record Problem(int Status, string Code, LocalizedText Title, LocalizedText? Detail = null);

/// <summary>One fault in what was sent.</summary>
/// <param name="Place">Where: a JSON pointer into the body (RFC 6901) with <c>#</c> in front, or a query parameter's name.</param>
/// <param name="Code">Stable, for programs.</param>
/// <param name="Detail">What is wrong and what to do.</param>
public sealed record ProblemError(string Place, string Code, LocalizedText Detail);
