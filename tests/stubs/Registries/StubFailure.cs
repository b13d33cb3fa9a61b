namespace Monitor.Stubs.Registries;

/// <summary>The ways a registry can fail to answer as its contract says.</summary>
public enum StubFailure
{
    /// <summary>404 with a problem document.</summary>
    NotFound,

    /// <summary>410 without a body.</summary>
    Gone,

    /// <summary>429 with <c>Retry-After</c>.</summary>
    TooManyRequests,

    /// <summary>406, as a server that knows none of the types asked for.</summary>
    NotAcceptable,

    /// <summary>500 with a page of HTML.</summary>
    ServerError,

    /// <summary>The right headers, half of the body, then the connection is cut.</summary>
    HalfBody,

    /// <summary>200 with a maintenance page: HTML where JSON was due.</summary>
    WrongContentType,

    /// <summary>200 with no body at all.</summary>
    EmptyPage,

    /// <summary>The right answer, with members added that no contract knows; a client reads on.</summary>
    ExtraMembers,

    /// <summary>200 and JSON, but of another shape.</summary>
    OtherShape,

    /// <summary>200 with a body that never ends.</summary>
    Oversized,

    /// <summary>A redirect to the same address: a loop, unless it ends after a time.</summary>
    RedirectWithin,

    /// <summary>A redirect to another host.</summary>
    RedirectElsewhere,

    /// <summary>The request is taken and never answered.</summary>
    Hang,
}
