using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Monitor.Crawlers.Signs;

/// <summary>Registers: what sites show. The checks of it are found with all others.</summary>
internal static class SignServices
{
    /// <summary>Adds every sign of this assembly.</summary>
    public static IServiceCollection AddPageSigns(this IServiceCollection services)
    {
        foreach (Type type in typeof(SignServices).Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsInterface: false } && t.IsAssignableTo(typeof(IPageSign))))
            services.TryAddEnumerable(ServiceDescriptor.Singleton(typeof(IPageSign), type));
        return services;
    }
}
