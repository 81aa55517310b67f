using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence.Session;

namespace Prober.Tests.Checklist.Checks.Extra;

public sealed class BackForwardLeakTests
{
    private const string Check = "extra-bfcache-leak";

    [Test]
    public void Pages_that_forbid_storing_pass() => Assert.That(EvidenceBuilder.Live()
        .ChangeAll(step => step with { ResponseHeaders = [.. step.ResponseHeaders, new("Cache-Control", "no-store")] }).Ask(Check),
        Has.Property("Verdict").EqualTo(Verdict.Pass).And.Property("Reason").EqualTo("no-store"));

    [Test]
    public void A_page_that_back_brings_up_from_memory_is_a_warning() => Assert.That(EvidenceBuilder.Live()
        .AddTab(PhaseName.SignedOut, TabLook.Back, TabState.Prompted, tab => tab with { KeptByBrowser = true }).Ask(Check),
        Has.Property("Verdict").EqualTo(Verdict.Warn).And.Property("Reason").EqualTo("shown"));

    [Test]
    public void A_page_that_back_did_not_show_passes() => Assert.That(EvidenceBuilder.Live()
        .AddTab(PhaseName.SignedOut, TabLook.Back, TabState.Prompted).Ask(Check).Reason, Is.EqualTo("not-shown"));

    [Test]
    public void A_page_that_may_be_stored_is_no_leak_until_it_was_seen() => Assert.That(EvidenceBuilder.Live().Ask(Check).Verdict, Is.EqualTo(Verdict.Inconclusive));
}
