using Prober.Lab.Saml;

namespace Prober.Lab.Upstream;

/// <summary>The broker as the upstream provider has it registered, once for each protocol.</summary>
internal sealed record UpstreamClient(string ClientId, string Secret, ServiceProvider Saml)
{
    public IReadOnlyList<string> CallbackUrls { get; init; } = [];

    public IReadOnlyList<string> LogoutUrls { get; init; } = [];
}
