using NUnit.Framework;
using Prober.Browser.Pages;
using Prober.Evidence.Session;
using Prober.Scenarios;

namespace Prober.Tests.Browser.Pages;

public sealed class PageClassifierTests
{
    private static readonly IReadOnlyDictionary<string, bool> SignedIn = new Dictionary<string, bool> { [Markers.SignedIn] = true };

    [Test]
    public void The_marker_counts_on_the_applications_own_origin_only()
    {
        Assert.That(Read(Looks.Page(Looks.Application + "/home", "Welcome Alice, your day") with { Markers = SignedIn }).State, Is.EqualTo(TabState.SignedIn));
        Assert.That(Read(Looks.Page(Looks.Provider, "Welcome to the login page", Looks.Text("username")) with { Markers = SignedIn }).State, Is.EqualTo(TabState.Prompted));
    }

    [Test]
    public void A_marker_beside_a_login_control_proves_nothing()
    {
        var both = new Dictionary<string, bool> { [Markers.SignedIn] = true, [Markers.Login] = true };

        Assert.That(Read(Looks.Page(Looks.Application, "Welcome! Please log in.") with { Markers = both }).State, Is.EqualTo(TabState.Anonymous));
    }

    [Test]
    public void A_search_box_of_the_application_is_no_prompt() =>
        Assert.That(Read(Looks.Page(Looks.Application, "Portal of everything", Looks.Text("user"), Looks.Button("Find"))).State, Is.EqualTo(TabState.Anonymous));

    [TestCase("Log in to continue. Loading…", 200, TabState.Undecided)]
    [TestCase("Please wait while we sign you in", 200, TabState.Undecided)]
    [TestCase("The service is loading too much", 503, TabState.Error)]
    [TestCase("hi", 200, TabState.Blank)]
    [TestCase("Callback URL mismatch: the provided redirect_uri is not allowed", 403, TabState.Error)]
    [TestCase("A page that says nothing in particular", 200, TabState.Anonymous)]
    [TestCase("Checking your browser before you go on", 200, TabState.Challenge)]
    public void Pages_without_a_form(string text, int status, TabState expected) =>
        Assert.That(Read(Looks.Page(Looks.Provider, text) with { Status = status }).State, Is.EqualTo(expected));

    [Test]
    public void An_error_text_on_a_page_with_a_form_is_reported_with_the_prompt()
    {
        var reading = Read(Looks.Page(Looks.Provider, "Wrong email or password", Looks.Text("username"), Looks.Password()) with { Errors = ["Wrong email or password"] });

        Assert.That(reading.State, Is.EqualTo(TabState.Prompted));
        Assert.That(reading.Errors, Is.EqualTo(new[] { "Wrong email or password" }));
        Assert.That(reading.Controls, Is.EqualTo(new[] { "identifier", "password" }));
    }

    [Test]
    public void A_captcha_beside_the_form_is_a_challenge() =>
        Assert.That(Read(Looks.Page(Looks.Provider, "Log in", Looks.Text("username"), Looks.Password()) with { Captcha = true }).State, Is.EqualTo(TabState.Challenge));

    [Test]
    public void A_lock_is_recognised() =>
        Assert.That(Read(Looks.Page(Looks.Provider, "Your account has been blocked after multiple consecutive login attempts.", Looks.Password())).Locked, Is.True);

    [Test]
    public void The_browsers_own_error_page_is_unreachable() =>
        Assert.That(Read(Looks.Page("chrome-error://chromewebdata/", "")).State, Is.EqualTo(TabState.Unreachable));

    [TestCase(200)]
    [TestCase(503)]
    public void A_page_that_will_load_again_is_waited_for_whatever_it_says(int status)
    {
        var reading = Read(Looks.Page(Looks.Provider, "We are not quite ready for you, but this page will try once more.") with { Refreshes = true, Status = status });

        Assert.That((reading.State, reading.Busy), Is.EqualTo((TabState.Undecided, true)));
    }

    [Test]
    public void A_form_on_a_page_that_will_load_again_is_a_prompt_all_the_same() =>
        Assert.That(Read(Looks.Page(Looks.Provider, "Log in", Looks.Text("username"), Looks.Password()) with { Refreshes = true }).State, Is.EqualTo(TabState.Prompted));

    private static PageReading Read(PageLook look)
    {
        ApplicationSettings application = Looks.Settings;
        return new PageClassifier(Looks.Scenario(application), application, "login").Read(look);
    }
}
