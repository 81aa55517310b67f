using NUnit.Framework;
using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Logins;
using Prober.Evidence.Session;

namespace Prober.Tests.Checklist.Facts;

public sealed class EvidenceFactsTests
{
    [Test]
    public void A_healthy_journey_is_told_apart_into_its_logins()
    {
        var facts = EvidenceBuilder.Live().Read().Facts;

        Assert.Multiple(() =>
        {
            Assert.That(facts.Transactions.Select(transaction =>
                (transaction.Phase, transaction.Application, transaction.WasPrompted, transaction.Succeeded)),
                Is.EqualTo(new (PhaseName?, string?, bool, bool)[]
            {
                (PhaseName.Login, "portal", true, true), (PhaseName.SecondTab, "portal", false, true),
                    (PhaseName.Sso, "billing", false, true),
                (PhaseName.SignedOut, "portal", true, false), (PhaseName.SignedOut, "billing", true, false),
            }));
            Assert.That(facts.Errors, Is.Empty);
            Assert.That(facts.Loops, Is.Empty);
            Assert.That(facts.Quality, Is.Empty);
            Assert.That(facts.ProviderHosts, Is.EquivalentTo(new[] { "login.localhost:7000" }));
        });
    }

    [TestCase("portal", EndpointRole.Application)]
    [TestCase("authorize", EndpointRole.Authorization)]
    [TestCase("identifier-page", EndpointRole.LoginPage)]
    [TestCase("asset", EndpointRole.Provider)]
    [TestCase("identifier-post", EndpointRole.CredentialPost)]
    [TestCase("password-post", EndpointRole.CredentialPost)]
    [TestCase("resume", EndpointRole.Resume)]
    [TestCase("callback", EndpointRole.ApplicationCallback)]
    [TestCase("portal-home", EndpointRole.Application)]
    [TestCase("end-session", EndpointRole.Logout)]
    public void Every_exchange_has_its_role(string step, EndpointRole role)
    {
        var builder = EvidenceBuilder.Live();

        Assert.That(builder.Read().Facts.Roles[builder.IndexOf(step)], Is.EqualTo(role));
    }

    [Test]
    public void A_file_without_any_expectation_gives_the_same_login()
    {
        var facts = EvidenceBuilder.Har().Read().Facts;

        Assert.Multiple(() =>
        {
            var login = facts.Of(PhaseName.Login).Single();
            Assert.That((login.WasPrompted, login.Succeeded, login.CallbackKind), Is.EqualTo((true, true, CallbackKind.Query)));
            Assert.That(login.CredentialPost!.Request.Url, Does.Contain("/u/login/password"));
            Assert.That(login.Chain, Has.Count.EqualTo(8));
            Assert.That(facts.Quality, Is.Empty);
        });
    }

    [Test]
    public void The_logout_is_followed_to_its_landing()
    {
        var builder = EvidenceBuilder.Live();

        var logout = builder.Read().Facts.Logout!;

        Assert.Multiple(() =>
        {
            Assert.That(logout.ProviderRequest!.Index, Is.EqualTo(builder.IndexOf("end-session")));
            Assert.That(logout.RequestedUrl, Is.EqualTo(HealthyFlow.Portal + "/signed-out"));
            Assert.That(logout.Landing!.Index, Is.EqualTo(builder.IndexOf("signed-out")));
            Assert.That(logout.Chain, Has.Count.EqualTo(3));
            Assert.That(logout.StartedByLanding, Is.Empty);
        });
    }

    [Test]
    public void A_landing_page_that_sends_to_the_provider_is_told()
    {
        var builder = EvidenceBuilder.Live()
            .Change("signed-out", step => step.Redirect(HealthyFlow.Authorize("portal", "6")))
            .InsertAfter("signed-out", new EvidenceStep(
                "again", "GET", HealthyFlow.Authorize("portal", "6"), 200)
            { Body = HealthyFlow.LoginHtml });

        var logout = builder.Read().Facts.Logout!;

        Assert.Multiple(() =>
        {
            Assert.That(logout.Landing!.Index, Is.EqualTo(builder.IndexOf("signed-out")));
            Assert.That(logout.StartedByLanding, Has.Count.EqualTo(1));
        });
    }
}
