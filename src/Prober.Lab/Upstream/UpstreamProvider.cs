using System.Collections.Concurrent;
using Microsoft.IdentityModel.Tokens;
using Prober.Lab.Provider;

namespace Prober.Lab.Upstream;

/// <summary>
/// What the provider behind the provider remembers: a company's own directory with its people, sessions and the one
/// relying party it has, the broker.
/// </summary>
internal sealed class UpstreamProvider(LabOptions options, FaultBehaviour fault, Uri address, UpstreamClient broker)
{
    public FaultBehaviour Fault { get; } = fault;

    public Uri Address { get; } = address;

    public UpstreamClient Broker { get; } = fault.RegisterBroker(broker);

    public TimeProvider Clock { get; } = options.Time;

    public UserStore Users { get; } = new(LabUsers.Workforce);

    public SessionStore Sessions { get; } = new(TimeSpan.FromHours(8), TimeSpan.FromHours(12), options.Time);

    /// <summary>Requests that wait for somebody to sign in.</summary>
    public ConcurrentDictionary<string, SessionAnswer> Waiting { get; } = new();

    public static RsaSecurityKey Key => UpstreamKey.Value;

    private static readonly Lazy<RsaSecurityKey> UpstreamKey =
        new(() => new RsaSecurityKey(System.Security.Cryptography.RSA.Create(2048)) { KeyId = "workforce-1" });
}
