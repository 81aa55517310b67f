using Prober.Checklist.Facts.Endpoints;
using Prober.Evidence.Har;

namespace Prober.Checklist.Reports;

/// <summary>Which exchanges a diagram shows: those of the protocol, and the pages a person saw. Assets and preflights are not among them.</summary>
internal static class HopSelection
{
    public static bool Matters(HarEntry entry, EndpointRole role) => entry.Request.Method != "OPTIONS" && role switch
    {
        EndpointRole.Authorization or EndpointRole.ApplicationCallback or EndpointRole.CredentialPost or EndpointRole.BrokerCallback or
            EndpointRole.Resume or EndpointRole.Token or EndpointRole.UserInfo or EndpointRole.Logout or EndpointRole.UpstreamAuthorization => true,
        EndpointRole.LoginPage or EndpointRole.Mfa or EndpointRole.Consent => IsPage(entry) || IsScriptCall(entry),
        EndpointRole.Keys or EndpointRole.Discovery => entry.Response.Status is 0 or >= 400,
        EndpointRole.ThirdParty => false,
        _ => IsPage(entry),
    };

    private static bool IsScriptCall(HarEntry entry) => entry.ResourceType is "xhr" or "fetch";

    private static bool IsPage(HarEntry entry)
    {
        if (entry.ResourceType is { } type)
            return type is "document" or "iframe";
        if (entry.Request.Headers["sec-fetch-dest"] is { } destination)
            return destination is "document" or "iframe" or "frame";
        return entry.Response.MimeType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) is true ||
            entry.Response is { Status: >= 300 and < 400 } response && response.Headers["location"] is not null;
    }
}
