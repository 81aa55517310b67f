using NUnit.Framework;
using Prober.Checklist.Reports;
using Prober.Evidence.Session;

namespace Prober.Tests.Checklist.Reports;

public sealed class SequenceDrawingTests
{
    [Test]
    public void A_login_is_drawn_in_the_protocols_words_without_assets()
    {
        var report = EvidenceBuilder.Har().Judge();

        Assert.That(report.Hops.Select(hop => hop.Label), Is.EqualTo(new[]
        {
            "page of the application", "page of the application", "authorization request", "login page", "credentials submitted",
            "login page", "credentials submitted", "authorization resumed", "callback with code", "page of the application",
        }));
    }

    [Test]
    public void Everybody_has_one_lifeline()
    {
        var report = EvidenceBuilder.Live().Judge();

        Assert.Multiple(() =>
        {
            Assert.That(report.Participants.Select(participant => (participant.Name, participant.Kind)), Is.EqualTo(new[]
            {
                ("Browser", ParticipantKind.Browser), ("portal", ParticipantKind.Application), ("billing", ParticipantKind.Application), ("Identity provider", ParticipantKind.IdentityProvider),
            }));
            Assert.That(report.Hops.Select(hop => hop.To).Distinct(), Is.SubsetOf(report.Participants.Select(participant => participant.Id)));
        });
    }

    [Test]
    public void A_hop_tells_names_of_cookies_and_short_addresses()
    {
        var builder = EvidenceBuilder.Live();
        var hops = builder.Judge().Hops;
        var resume = hops.Single(hop => hop.Entry == builder.IndexOf("resume"));
        var posted = hops.Single(hop => hop.Entry == builder.IndexOf("password-post"));

        Assert.Multiple(() =>
        {
            Assert.That(resume.CookiesSent, Is.EqualTo(new[] { "auth0", "auth0_compat" }));
            Assert.That(posted.CookiesSet, Is.EqualTo(new[] { "auth0", "auth0_compat" }));
            Assert.That(resume.RedirectsTo, Does.StartWith($"{HealthyFlow.Portal}/signin-oidc?code=fp_"));
            Assert.That(resume.Phase, Is.EqualTo(PhaseName.Login));
        });
    }

    [Test]
    public void Long_values_are_cut_and_addresses_keep_more_of_themselves()
    {
        var url = ShortUrl.Of($"https://a.example/cb?token={new string('x', 60)}&redirect_uri=https%3A%2F%2Fportal.example%2Fsignin-oidc&state=short");

        Assert.That(url, Is.EqualTo($"https://a.example/cb?token={new string('x', 24)}…&redirect_uri=https%3A%2F%2Fportal.example%2Fsignin-oidc&state=short"));
    }
}
