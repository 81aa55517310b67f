using NUnit.Framework;
using Prober.Browser.Replay;
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
    public void What_the_recording_browser_gave_up_itself_answers_nothing_and_an_outage_does()
    {
        var answers = new RecordedAnswers(Of(Exchange(Page, 0, failure: "net::ERR_ABORTED"), Exchange(Page, 0, failure: "net::ERR_CONNECTION_REFUSED")));

        Assert.That(answers.Find(Seen(Page))!.Index, Is.EqualTo(1));
    }
}
