using NUnit.Framework;
using Prober.Evidence.Tokens;

namespace Prober.Tests.Evidence.Tokens;

public sealed class PkceObserverTests
{
    // RFC 7636, appendix B.
    private const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private const string Challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    [Test]
    public void Each_verifier_is_held_against_the_request_its_code_came_from()
    {
        var log = TestHar.Log(
            TestHar.Entry($"https://idp.example/authorize?client_id=a&state=s1&code_challenge={Challenge}&code_challenge_method=S256", 302, location: "https://app.example/cb?code=c1&state=s1"),
            TestHar.Entry("https://app.example/cb?code=c1&state=s1"),
            TestHar.Entry("https://idp.example/authorize?client_id=a&state=s2&code_challenge=other", 302, location: "https://app.example/cb?code=c2&state=s2"),
            TestHar.Entry("https://idp.example/token", form: $"grant_type=authorization_code&code=c1&client_id=a&code_verifier={Verifier}"),
            TestHar.Entry("https://idp.example/token", form: $"{{\"code\":\"c2\",\"code_verifier\":\"{Verifier}\"}}", postType: "application/json"));

        Assert.That(PkceObserver.Observe(log), Is.EqualTo(new PkceObservation[]
        {
            new() { AuthorizationEntry = 0, TokenEntry = 3, Method = "S256", Matches = true },
            new() { AuthorizationEntry = 2, TokenEntry = 4, Method = "plain", Matches = false },
        }));
    }

    [Test]
    public void A_verifier_without_a_request_is_told_without_a_verdict() =>
        Assert.That(
            PkceObserver.Observe(TestHar.Log(TestHar.Entry("https://idp.example/token", form: "code=c1&code_verifier=x"))),
            Is.EqualTo(new PkceObservation[] { new() { TokenEntry = 0 } }));
}
