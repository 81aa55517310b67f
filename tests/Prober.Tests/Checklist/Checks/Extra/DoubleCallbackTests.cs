using NUnit.Framework;
using Prober.Checklist;
using static Prober.Tests.Checklist.EvidenceStep;

namespace Prober.Tests.Checklist.Checks.Extra;

public sealed class DoubleCallbackTests
{
    private const string Check = "extra-double-callback";

    [Test]
    public void Codes_that_come_once_pass() => Assert.That(EvidenceBuilder.Live().Ask(Check), Has.Property("Verdict").EqualTo(Verdict.Pass));

    [Test]
    public void A_callback_that_is_called_again_is_a_warning() => Assert.That(EvidenceBuilder.Live()
        .InsertAfter("portal-home", new EvidenceStep("again", "GET", HealthyFlow.Callback("portal", "1"), 500).From("none")).Ask(Check),
        Has.Property("Verdict").EqualTo(Verdict.Warn).And.Property("Reason").EqualTo("callback-repeated"));

    [Test]
    public void A_code_that_is_exchanged_twice_is_a_warning() => Assert.That(EvidenceBuilder.Live()
        .InsertAfter("portal-home", Exchange("first", 200, "{}"), Exchange("second", 400, """{"error":"invalid_grant"}""")).Ask(Check).Reason,
        Is.EqualTo("code-exchanged-twice"));

    [Test]
    public void Back_after_a_logout_may_bring_an_old_callback_up() => Assert.That(EvidenceBuilder.Live()
        .InsertAfter("signed-out", new EvidenceStep("again", "GET", HealthyFlow.Callback("portal", "1"), 400).From("none")).Ask(Check).Verdict,
        Is.EqualTo(Verdict.Pass));

    private static EvidenceStep Exchange(string name, int status, string body) => new(name, "POST", HealthyFlow.Provider + "/oauth/token", status)
    {
        ResourceType = "fetch",
        Form = $"grant_type=authorization_code&code={Fp("code-1")}&client_id=portal",
        MimeType = "application/json",
        Body = body,
    };
}
