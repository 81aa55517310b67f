using System.Text.Json.Nodes;
using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence.Tokens;

namespace Prober.Tests.Checklist.Checks.Extra;

public sealed class IssuerDriftTests
{
    private const string Check = "extra-issuer-drift";

    [Test]
    public void One_name_everywhere_passes() => Assert.That(EvidenceBuilder.Live().Token(Of(HealthyFlow.Provider + "/")).Ask(Check), Has.Property("Verdict").EqualTo(Verdict.Pass));

    [Test]
    public void A_token_of_the_canonical_domain_is_a_warning() => Assert.That(EvidenceBuilder.Live().Token(Of("https://tenant.example/")).Ask(Check),
        Has.Property("Verdict").EqualTo(Verdict.Warn).And.Property("Reason").EqualTo("several-issuers").And.Property("Summary").Contains("https://tenant.example/ (id token)"));

    [Test]
    public void A_slash_is_a_difference() => Assert.That(EvidenceBuilder.Live().Token(Of(HealthyFlow.Provider)).Ask(Check).Reason, Is.EqualTo("slash"));

    [Test]
    public void A_token_of_the_provider_behind_the_provider_has_another_name_by_right() => Assert.That(
        FederatedFlow.Begin().Token(Of(HealthyFlow.Provider + "/")).Token(Of(FederatedFlow.Upstream + "/")).Ask(Check).Verdict, Is.EqualTo(Verdict.Pass));

    private static CapturedToken Of(string issuer) => new()
    {
        Kind = TokenKind.Id,
        Place = TokenPlace.TokenResponse,
        SeenAt = new DateTimeOffset(2026, 1, 1, 10, 0, 1, TimeSpan.Zero),
        Claims = new JsonObject { ["iss"] = issuer },
    };
}
