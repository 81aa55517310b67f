using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace Prober.Monitor.Web.Access;

/// <summary>Which role a request needs: one rule for all addresses, so that a new one is not open because somebody forgot it.</summary>
internal static class AccessRules
{
    public static AuthorizationPolicy Policy { get; } = new AuthorizationPolicyBuilder()
        .RequireAuthenticatedUser().RequireAssertion(context => context.Resource is HttpContext http && MayDo(http)).Build();

    /// <summary>What a program asks for: it is answered with a status and never sent to a page.</summary>
    public static bool IsForPrograms(PathString path) => path.StartsWithSegments("/api", StringComparison.Ordinal) || path.StartsWithSegments("/probe", StringComparison.Ordinal)
        || path.StartsWithSegments("/metrics", StringComparison.Ordinal) || path.StartsWithSegments("/openapi", StringComparison.Ordinal);

    private static bool MayDo(HttpContext context) => context.User.Is(AccessRole.Operator) || (context.User.Is(AccessRole.Viewer) && IsReading(context.Request));

    // A probe is walked, though it is asked for with GET. Who has logged in may log out.
    private static bool IsReading(HttpRequest request) =>
        ((HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && !request.Path.StartsWithSegments("/probe", StringComparison.Ordinal)) || request.Path == LoginEndpoints.Logout;
}
