using System.Collections.Concurrent;
using Prober.Lab.Provider;

namespace Prober.Lab.Upstream.OpenIdConnect;

/// <summary>What an authorization code stands for; each works once (RFC 6749, 4.1.2).</summary>
internal sealed class UpstreamCodes
{
    private readonly ConcurrentDictionary<string, Grant> grants = new();

    public string Issue(Grant grant)
    {
        var code = Identifiers.New();
        grants[code] = grant;
        return code;
    }

    public Grant? Redeem(string code) => grants.TryRemove(code, out var grant) ? grant : null;

    public sealed record Grant(ProviderSession Session, string RedirectUri, string Nonce, string Challenge, IReadOnlyList<string> Scopes);
}
