using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Prober.Lab.Provider.Management;

/// <summary>Lets a question through to the management API, in Auth0's order: rate limit, token, scope, and whatever a fault wants.</summary>
internal sealed class ManagementGate(Tenant tenant)
{
    // The wall clock, not the tenant's: whoever waits for a reset reads it by a clock of its own.
    private readonly RequestRate rate = new(tenant.Options.ManagementRate, tenant.Options.Time);

    /// <summary>Null when the question may pass.</summary>
    public ManagementFailure? Refusal(HttpContext context, IReadOnlyList<string> scopes)
    {
        var (limit, remaining, reset) = rate.Count();
        var headers = context.Response.Headers;
        headers["x-ratelimit-limit"] = limit.ToString(CultureInfo.InvariantCulture);
        headers["x-ratelimit-remaining"] = Math.Max(0, remaining).ToString(CultureInfo.InvariantCulture);
        headers["x-ratelimit-reset"] = reset.ToString(CultureInfo.InvariantCulture);
        if (remaining < 0) return new(429, "Global limit has been reached", "too_many_requests");
        var authorization = context.Request.Headers.Authorization.ToString();
        if (!authorization.StartsWith("Bearer ", StringComparison.Ordinal)) return new(401, "Missing authentication", null);
        if (!tenant.Management.Knows(authorization["Bearer ".Length..])) return new(401, "Invalid token", null);
        return scopes.Any(tenant.Options.ManagementScopes.Contains)
            ? tenant.Fault.ManagementFailure(context.Request.Path)
            : new(403, $"Insufficient scope, expected any of: {string.Join(",", scopes)}", "insufficient_scope");
    }
}
