using System.Collections.Concurrent;
using Prober.Lab.Saml;

namespace Prober.Lab.Applications;

/// <summary>
/// Requests that wait for an answer, by relay state (<c>wctx</c> in WS-Federation). They are kept here and not in a cookie, because the answer comes by
/// a cross-site POST, which carries no <c>SameSite=Lax</c> cookie.
/// </summary>
internal sealed class PendingRequests
{
    private readonly ConcurrentDictionary<string, string> requests = new();

    /// <summary>A new request's relay state and identifier.</summary>
    public (string RelayState, string Id) Begin()
    {
        var (relayState, id) = (Provider.Identifiers.New(), SamlNames.NewId());
        requests[relayState] = id;
        return (relayState, id);
    }

    /// <summary>The request that an answer belongs to; <c>null</c> when nothing was asked or it was answered before.</summary>
    public string? End(string relayState) => requests.TryRemove(relayState, out var id) ? id : null;
}
