using NUnit.Framework;
using Prober.Browser.Replay;
using Prober.Evidence.Har;
using static Prober.Tests.Browser.Replay.Recordings;

namespace Prober.Tests.Browser.Replay;

public sealed class RecordedAnswersTests
{
    private const string Page = "https://app.example.com/page";

    [Test]
    public void Who_asks_decides_between_answers_to_the_same_question()
    {
        var answers = new RecordedAnswers(Of(Exchange(Page, 302), Exchange(Page, cookies: "session=1"), Exchange(Page, 302)));

        // Signed in from the start, then signed out twice, then in once more: never in the recorded order.
        Assert.That(new[] { "session=1", null, null, null, "session=1" }.Select(cookies => answers.Find(Seen(Page, cookies))!.Index), Is.EqualTo(new[] { 1, 0, 2, 2, 1 }));
        Assert.That(answers.Used, Is.EqualTo(3));
    }

    [Test]
    public void What_is_asked_for_goes_before_who_asks()
    {
        var answers = new RecordedAnswers(Of(Exchange($"{Page}?client_id=a&state=1", cookies: "session=1"), Exchange($"{Page}?client_id=b&state=2")));

        Assert.That(answers.Find(Seen($"{Page}?client_id=b&state=fresh", "session=1"))!.Index, Is.EqualTo(1));
        Assert.That(answers.Find(Seen($"{Page}?client_id=a&state=fresh"))!.Index, Is.Zero);
    }

    [Test]
    public void A_forms_fields_tell_posts_apart()
    {
        var answers = new RecordedAnswers(Of(Exchange(Page, method: "POST", form: "grant_type=authorization_code&code=1"), Exchange(Page, method: "POST", form: "grant_type=refresh_token&refresh_token=2")));

        Assert.That(answers.Find(Seen(Page, method: "POST", form: "grant_type=refresh_token&refresh_token=9"))!.Index, Is.EqualTo(1));
    }

    [TestCase("https://app.example.com/other")]
    [TestCase("http://app.example.com/page")]
    [TestCase("https://app.example.com:8443/page")]
    public void Another_address_is_not_in_the_recording(string url) => Assert.That(new RecordedAnswers(Of(Exchange(Page))).Find(Seen(url)), Is.Null);

    [Test]
    public void A_port_that_goes_without_saying_and_the_case_of_a_host_make_no_difference() =>
        Assert.That(new RecordedAnswers(Of(Exchange("https://APP.example.com:443"))).Find(Seen("https://app.example.com/")), Is.Not.Null);

    [Test]
    public void Behind_a_logout_nothing_answers_that_was_shown_before()
    {
        const string Logout = "https://app.example.com/logout", Script = "https://app.example.com/app.js", Me = "https://app.example.com/me", Keys = "https://login.example.com/keys";
        var answers = new RecordedAnswers(
            Of(
                Exchange(Page), Exchange(Page, cookies: "session=1"), Typed(Script, "text/javascript", "script"), Typed(Me, "application/json", "fetch", "session=1"), Typed(Keys, "application/json", "fetch"),
                Exchange(Logout, 302, cookies: "session=1"), Exchange("https://app.example.com/bye")),
            new Dictionary<int, int> { [5] = 5 });

        Assert.That(new[] { Page, Me, Logout }.Select(url => answers.Find(Seen(url, "session=1"))!.Index), Is.EqualTo(new[] { 1, 3, 5 }));
        Assert.That(new[] { Seen(Page), Seen(Page, "session=1"), Seen(Me, "session=1") }.Select(answers.Find), Is.All.Null, "neither the page of before the login nor that of before the logout");
        Assert.That(new[] { Script, Keys }.Select(url => answers.Find(Seen(url))?.Index), Is.EqualTo(new int?[] { 2, 4 }), "what is nobody's is as it was");
    }

    [Test]
    public void Behind_a_logout_the_look_of_then_answers()
    {
        var answers = new RecordedAnswers(Of(Exchange(Page, cookies: "session=1"), Exchange($"{Page}/logout", 302), Exchange(Page, 302)), new Dictionary<int, int> { [1] = 1 });

        Assert.That(new[] { answers.Find(Seen($"{Page}/logout")), answers.Find(Seen(Page, "session=1")) }.Select(entry => entry?.Index), Is.EqualTo(new int?[] { 1, 2 }));
    }

    private static HarEntry Typed(string url, string mediaType, string resource, string? cookies = null) =>
        Exchange(url, cookies: cookies) is var entry ? entry with { ResourceType = resource, Response = entry.Response with { MimeType = mediaType } } : entry;

    [Test]
    public void What_the_recording_browser_gave_up_itself_answers_nothing_and_an_outage_does()
    {
        var answers = new RecordedAnswers(Of(Exchange(Page, 0, failure: "net::ERR_ABORTED"), Exchange(Page, 0, failure: "net::ERR_CONNECTION_REFUSED")));

        Assert.That(answers.Find(Seen(Page))!.Index, Is.EqualTo(1));
    }
}
