using NUnit.Framework;
using Prober.Browser.Replay;
using Prober.Evidence.Har;
using static Prober.Tests.Browser.Replay.Recordings;

namespace Prober.Tests.Browser.Replay;

public sealed class ReplayedTrafficTests
{
    private static readonly HarLog Recording = Of(
        Exchange("https://app.example.com/?state=old", 302, headers: new HarHeader("location", "https://login.example.com/")), Exchange("https://login.example.com/", 500),
        Exchange("https://api.example.com/", 0, failure: "net::ERR_CONNECTION_REFUSED"));

    [Test]
    public void An_answer_is_that_of_then_and_the_question_has_its_values_of_then()
    {
        var entry = Restored(Live("https://app.example.com/?state=fresh", tag: "0")).Log.Entries.Single();

        Assert.That(entry.Request.Url, Is.EqualTo("https://app.example.com/?state=old"));
        Assert.That(entry.Response, Is.SameAs(Recording.Entries[0].Response));
        Assert.That((entry.StartedAt, entry.TimeMs, entry.Page), Is.EqualTo((Start, 100, "tab-1")));
    }

    [Test]
    public void A_request_that_was_cut_off_has_the_failure_of_then()
    {
        var traffic = Restored(Live("https://api.example.com/", status: 0, failure: "net::ERR_EMPTY_RESPONSE"));

        Assert.That(traffic.Log.Entries.Single().Response.Failure, Is.EqualTo("net::ERR_CONNECTION_REFUSED"));
        Assert.That(traffic.Unrecorded, Is.Empty);
    }

    [Test]
    public void The_failures_of_one_address_come_in_their_order_and_the_last_of_them_stays()
    {
        var recording = Of(new[] { "net::ERR_CONNECTION_REFUSED", "net::ERR_TIMED_OUT" }.Select(failure => Exchange("https://api.example.com/", 0, failure: failure)));
        var cut = Enumerable.Repeat(Live("https://api.example.com/", status: 0, failure: "net::ERR_EMPTY_RESPONSE"), 3);

        Assert.That(ReplayedTraffic.Of(new() { Creator = "Playwright", Entries = [.. cut] }, recording, text => text).Log.Entries.Select(entry => entry.Response.Failure),
            Is.EqualTo(new[] { "net::ERR_CONNECTION_REFUSED", "net::ERR_TIMED_OUT", "net::ERR_TIMED_OUT" }));
    }

    [Test]
    public void What_is_not_in_the_recording_is_told_and_looks_like_nobodys_failure()
    {
        var traffic = Restored(Live("https://app.example.com/", tag: "0"), Live("https://app.example.com/other?state=fresh", 404, "none"), Live("https://elsewhere.example.com/", 0, failure: "net::ERR_NAME_NOT_RESOLVED"));

        Assert.That(traffic.Unrecorded.Select(request => (request.Url, request.ResourceType)), Is.EqualTo(new[] { ("https://app.example.com/other?state=old", "document"), ("https://elsewhere.example.com/", "document") }));
        Assert.That(traffic.Log.Entries.Skip(1).Select(entry => (entry.Response.Status, entry.Response.Failure)), Has.All.EqualTo((0, "net::ERR_ABORTED (not in the recording)")));
    }

    [Test]
    public void What_the_browser_had_itself_stays_as_it_is()
    {
        var cached = Live("https://app.example.com/site.css");

        Assert.That(Restored(cached).Log.Entries.Single().Response, Is.SameAs(cached.Response));
        Assert.That(Restored(cached).Unrecorded, Is.Empty);
    }

    private static ReplayedTraffic Restored(params IEnumerable<HarEntry> live) =>
        ReplayedTraffic.Of(new() { Creator = "Playwright", Entries = [.. live] }, Recording, text => text.Replace("fresh", "old", StringComparison.Ordinal));

    private static HarEntry Live(string url, int status = 200, string? tag = null, string? failure = null) =>
        Exchange(url, status, failure: failure, headers: tag is null ? [] : [new HarHeader(ReplayTag.Header, tag)]) with { StartedAt = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero), Page = "tab-1", TimeMs = 5 };
}
