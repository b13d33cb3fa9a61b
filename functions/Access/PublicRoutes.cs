namespace Monitor.Functions.Access;

/// <summary>A route that is open without a key or a session.</summary>
public sealed record PublicRoute
{
    internal PublicRoute(string template) => Template = template;

    /// <summary>The trigger's route, as it stands in its <c>HttpTrigger</c>.</summary>
    public string Template { get; }
}

/// <summary>Everything that is open without a key or a session: here and nowhere else.</summary>
public static class PublicRoutes
{
    /// <summary>Route of <see cref="SignIn"/>.</summary>
    public const string SignInTemplate = "{language:regex(^(nb|nn|en)$)}/sign-in";

    /// <summary>Route of <see cref="Asset"/>.</summary>
    public const string AssetTemplate = "assets/{version}/{file}";

    /// <summary>Route of <see cref="Bot"/>.</summary>
    public const string BotTemplate = "{language:regex(^(nb|nn|en)$)}/bot";

    /// <summary>Route of <see cref="AccessibilityStatement"/>.</summary>
    public const string AccessibilityStatementTemplate = "{language:regex(^(nb|nn|en)$)}/accessibility";

    /// <summary>Route of <see cref="Unsubscribe"/>.</summary>
    public const string UnsubscribeTemplate = "{language:regex(^(nb|nn|en)$)}/unsubscribe/{token}";

    /// <summary>Route of <see cref="OptIn"/>.</summary>
    public const string OptInTemplate = "{language:regex(^(nb|nn|en)$)}/opt-in/{token}";

    /// <summary>Route of <see cref="OpenApi"/>.</summary>
    public const string OpenApiTemplate = "api/v1/openapi.json";

    /// <summary>Route of <see cref="Health"/>.</summary>
    public const string HealthTemplate = "api/health";

    /// <summary>The sign-in page and its form.</summary>
    public static PublicRoute SignIn { get; } = new(SignInTemplate);

    /// <summary>Style sheets, scripts and pictures of the dashboard.</summary>
    public static PublicRoute Asset { get; } = new(AssetTemplate);

    /// <summary>The page about our bot, which the user agent names.</summary>
    public static PublicRoute Bot { get; } = new(BotTemplate);

    /// <summary>Our own accessibility statement.</summary>
    public static PublicRoute AccessibilityStatement { get; } = new(AccessibilityStatementTemplate);

    /// <summary>Ending mails, by the token in the mail (RFC 8058).</summary>
    public static PublicRoute Unsubscribe { get; } = new(UnsubscribeTemplate);

    /// <summary>Saying yes to mails, by the token in the mail.</summary>
    public static PublicRoute OptIn { get; } = new(OptInTemplate);

    /// <summary>The API's description.</summary>
    public static PublicRoute OpenApi { get; } = new(OpenApiTemplate);

    /// <summary>Whether the service lives; no details.</summary>
    public static PublicRoute Health { get; } = new(HealthTemplate);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<PublicRoute> All { get; } =
        [SignIn, Asset, Bot, AccessibilityStatement, Unsubscribe, OptIn, OpenApi, Health];
}
