using System.Text.Json.Nodes;
using NUnit.Framework;
using Prober.Checklist.Comparison;
using Prober.Evidence.Session;
using Prober.Evidence.Tokens;
using static Prober.Tests.Checklist.EvidenceStep;

namespace Prober.Tests.Checklist.Comparison;

public sealed class RunComparisonTests
{
    private static readonly EvidenceBuilder Healthy = EvidenceBuilder.Live();

    [Test]
    public void A_run_is_the_same_as_another_with_other_ids_hosts_and_times()
    {
        var other = EvidenceBuilder.Live().ChangeAll(step => step with
        {
            Url = step.Url.Replace(Fp("state-1"), Fp("another"), StringComparison.Ordinal),
            ResponseHeaders = [.. step.ResponseHeaders.Select(header => header with { Value = header.Value.Replace(Fp("state-1"), Fp("another"), StringComparison.Ordinal) })],
            TookMs = step.TookMs + 25,
        });
        var comparison = RunComparison.Of(Healthy.Build(), other.Build());
        Assert.That(comparison.Hops.Where(hop => !hop.IsSame).SelectMany(hop => hop.Differences), Is.Empty);
        Assert.That((comparison.IsSame, comparison.Hops.Count > 5), Is.EqualTo((true, true)));
    }

    [Test]
    public void A_refused_request_is_the_first_step_that_differs_and_what_never_happened_stands_alone()
    {
        var bad = EvidenceBuilder.Live().Change("authorize", step => step.Answers(400, "<h1>redirect_uri is not allowed</h1>")).EndLoginAt("authorize");
        var comparison = RunComparison.Of(Healthy.Build(), bad.Build());
        Assert.Multiple(() =>
        {
            Assert.That(comparison.First?.Good?.Label, Is.EqualTo("authorization request"));
            Assert.That(comparison.First?.Differences, Does.Contain(new Difference("status", "302", "400")));
            Assert.That(comparison.Hops.SkipWhile(hop => hop != comparison.First).Skip(1).First(), Has.Property("Bad").Null.And.Property("Good").Not.Null);
        });
    }

    [TestCase("&prompt=login", "parameter prompt", null, "login")]
    [TestCase("&audience=api", "parameter audience", null, "api")]
    [TestCase("&nonce=other", null, null, null)]
    public void Parameters_that_are_added_are_named_and_those_that_are_always_new_are_not(string added, string? what, string? good, string? bad)
    {
        var other = EvidenceBuilder.Live().Change("portal-login", step => step.Redirect(HealthyFlow.Authorize("portal", "1") + added))
            .Change("authorize", step => step with { Url = step.Url + added });
        var comparison = RunComparison.Of(Healthy.Build(), other.Build());
        var found = comparison.Hops.SelectMany(hop => hop.Differences).Where(difference => difference.What.StartsWith("parameter", StringComparison.Ordinal));
        Assert.That(found, what is null ? Is.Empty : Is.EqualTo(new[] { new Difference(what, good, bad) }));
    }

    [Test]
    public void Cookies_are_compared_by_name_and_attribute_and_never_by_value()
    {
        var one = EvidenceBuilder.Live().Change("callback", step => step.Sets($"extra={Fp("a")}; path=/; secure; samesite=none").Sets($"gone={Fp("b")}; path=/"));
        var other = EvidenceBuilder.Live().Change("callback", step => step.Sets($"extra={Fp("c")}; path=/; samesite=lax"));
        var comparison = RunComparison.Of(one.Build(), other.Build());
        Assert.That(comparison.First!.Differences, Is.EquivalentTo(new Difference[]
        {
            new("cookie extra: SameSite", "None", "Lax"), new("cookie extra: Secure", "yes", null), new("cookie gone", "set, SameSite not set, Path /", null),
        }));
    }

    [Test]
    public void Runs_that_take_the_same_steps_and_come_to_another_verdict_are_not_the_same()
    {
        var (good, bad) = (Healthy.Build(), EvidenceBuilder.Live().ChangeTab(TabLook.SecondTab, tab => tab with { State = TabState.Prompted, SignedInMarker = false, Controls = ["password"] }).Build());
        var comparison = RunComparison.Of(good, bad);
        Assert.That((comparison.First, comparison.Claims.Count, comparison.IsSame), Is.EqualTo(((ComparedHop?)null, 0, false)));
        Assert.That(comparison.Findings.Select(finding => (finding.What, finding.Good)), Does.Contain(("check session-second-tab", "pass")));
    }

    [Test]
    public void A_token_that_only_one_run_has_is_told()
    {
        var with = EvidenceBuilder.Live().Token(new() { Kind = TokenKind.Id, Place = TokenPlace.TokenResponse, SeenAt = DateTimeOffset.UnixEpoch, Claims = new JsonObject { ["sub"] = "1" } }).Build();
        Assert.That(RunComparison.Of(with, Healthy.Build()).Claims, Is.EqualTo(new[] { new Difference("Id token", "issued", null) }));
    }

    [Test]
    public void A_step_that_took_longer_does_not_hide_the_one_that_went_wrong()
    {
        var bad = EvidenceBuilder.Live().Change("portal-login", step => step with { TookMs = 4000 }).Change("authorize", step => step.Answers(400, "<h1>redirect_uri is not allowed</h1>")).EndLoginAt("authorize");
        Assert.That(RunComparison.Of(Healthy.Build(), bad.Build()).First?.Good?.Label, Is.EqualTo("authorization request"));
    }

    [Test]
    public void Cookies_that_an_export_took_out_are_no_difference()
    {
        var stripped = EvidenceBuilder.Har().ChangeAll(step => step.WithoutCookies());
        var comparison = RunComparison.Of(EvidenceBuilder.Har().Build(), stripped.Build());
        Assert.That(comparison.Hops.SelectMany(hop => hop.Differences).Select(difference => difference.What), Has.None.Contains("cookie"));
        Assert.That(comparison.Limits, Is.EqualTo(new[] { "Cookies were not compared: the export took them out of the second." }));
    }

    [Test]
    public void Much_slower_is_a_difference_and_a_little_is_not()
    {
        var slow = EvidenceBuilder.Live().Change("authorize", step => step with { TookMs = 4000 });
        Assert.That(RunComparison.Of(Healthy.Build(), slow.Build()).First!.Differences, Is.EqualTo(new[] { new Difference("time", "20 ms", "4000 ms") }));
    }
}
