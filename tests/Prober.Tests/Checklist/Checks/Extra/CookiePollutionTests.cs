using NUnit.Framework;
using Prober.Checklist;
using static Prober.Tests.Checklist.EvidenceStep;

namespace Prober.Tests.Checklist.Checks.Extra;

public sealed class CookiePollutionTests
{
    private const string Check = "extra-cookie-pollution";

    [Test]
    public void Logins_that_clear_their_cookies_pass() => Assert.That(EvidenceBuilder.Live().Ask(Check), Has.Property("Verdict").EqualTo(Verdict.Pass));

    [Test]
    public void Completed_logins_that_leave_one_behind_each_are_a_warning() => Assert.That(EvidenceBuilder.Live()
        .Change("portal-login", step => step.Sets($"__txn_first={Fp("t1")}; path=/; secure"))
        .Change("provider-only", step => step.Sets($"__txn_second={Fp("t2")}; path=/; secure")).Ask(Check),
        Has.Property("Verdict").EqualTo(Verdict.Warn).And.Property("Reason").EqualTo("left-behind"));

    [Test]
    public void A_request_full_of_them_is_a_warning() => Assert.That(EvidenceBuilder.Live()
        .Change("second-tab", step => step.Sends(string.Join("; ", Enumerable.Range(1, 14).Select(number => $"__txn_{number}=x")))).Ask(Check).Reason,
        Is.EqualTo("many"));

    [Test]
    public void An_export_without_cookies_tells_nothing() =>
        Assert.That(EvidenceBuilder.Har().ChangeAll(step => step.WithoutCookies()).Ask(Check).Verdict, Is.EqualTo(Verdict.Inconclusive));
}
