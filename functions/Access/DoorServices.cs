using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Monitor.Functions.Access;

/// <summary>Registers: the door.</summary>
public static class DoorServices
{
    /// <summary>Adds the door, browser sessions and antiforgery tokens.</summary>
    public static IServiceCollection AddDoor(this IServiceCollection services)
    {
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "monitor-form";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.FormFieldName = "formToken";
            // The door sets stricter ones.
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddSingleton<BrowserSessions>();
        services.AddSingleton<Door>();
        services.TryAddSingleton<IErrorPages, PlainErrorPages>();
        return services;
    }
}
