using Microsoft.AspNetCore.Http;

namespace Prober.Lab.Provider;

/// <summary>A cookie about to be set, which a fault may spoil first.</summary>
internal sealed record OfferedCookie(string Name, string Value, CookieOptions Options);
