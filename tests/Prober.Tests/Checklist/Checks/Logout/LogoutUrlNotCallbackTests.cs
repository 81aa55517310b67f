using NUnit.Framework;
using Prober.Checklist;

namespace Prober.Tests.Checklist.Checks.Logout;

public sealed class LogoutUrlNotCallbackTests
{
    private const string Check = "logout-url-not-callback";

    [Test]
    public void A_page_of_its_own_passes() => Assert.That(EvidenceBuilder.Live().Ask(Check).Verdict, Is.EqualTo(Verdict.Pass));

    [TestCase(500, Verdict.Fail, "callback-fails")]
    [TestCase(200, Verdict.Warn, "same-but-harmless")]
    public void The_callback_as_landing_fails_when_it_does_harm(int status, Verdict verdict, string reason)
    {
        var callback = $"{HealthyFlow.Portal}/signin-oidc";
        var result = EvidenceBuilder.Live()
            .Change("end-session", step =>
                (step with
                {
                    Url =
                $"{HealthyFlow.Provider}/oidc/logout?id_token_hint=x&post_logout_redirect_uri={Uri.EscapeDataString(callback)}"
                })
                .Redirect(callback))
            .Change("signed-out", step => (step with { Url = callback }).Answers(status, "<p>hello</p>")).Ask(Check);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((verdict, reason)));
    }

    [Test]
    public void A_refused_logout_blocks_the_question() =>
        Assert.That(LogoutEvidence.Refused(EvidenceBuilder.Live()).Ask(Check).BlockedBy, Is.EqualTo("logout-redirect-allowed"));
}
