using Prober.Providers;
using Prober.Tests.Scenarios;

namespace Prober.Tests.Providers;

/// <summary>Answers in the vendors' shapes (made-up people and identifiers), and witnesses that get them.</summary>
internal static class Recorded
{
    public static DateTimeOffset From { get; } = new(2026, 3, 12, 10, 14, 0, TimeSpan.Zero);

    public static DateTimeOffset To { get; } = new(2026, 3, 12, 10, 18, 0, TimeSpan.Zero);

    public static LogQuestion Log { get; } = new() { From = From, To = To, ClientIds = ["portal-client"], Username = "alice@example.com" };

    public static string PathOf(string name) => RepositoryFiles.PathOf($"tests/Prober.Tests/Providers/Recorded/{name}");

    public static string Text(string name) => File.ReadAllText(PathOf(name));

    public static ProviderWitnesses Witnesses(string kind, string issuer, FakeApi api, TimeProvider? time = null, string? token = null) => ProviderWitnesses.Of(
        new ManagementAccess
        {
            Kind = kind,
            Issuer = issuer,
            ClientId = token is null ? "prober" : null,
            ClientSecret = token is null ? "management-secret" : null,
            Token = token,
        },
        api.Client(),
        time ?? new SkippingTime())!;
}
