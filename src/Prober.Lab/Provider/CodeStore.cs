using System.Collections.Concurrent;

namespace Prober.Lab.Provider;

/// <summary>
/// Hands out short authorization codes for OpenIddict's self-contained ones. Redeeming removes the entry, so a code works
/// once (RFC 6749, 4.1.2), which OpenIddict leaves to the host in degraded mode.
/// </summary>
internal sealed class CodeStore
{
    private readonly ConcurrentDictionary<string, string> payloads = new();

    public string Issue(string payload)
    {
        var code = Identifiers.New();
        payloads[code] = payload;
        return code;
    }

    public string? Redeem(string code) => payloads.TryRemove(code, out var payload) ? payload : null;
}
