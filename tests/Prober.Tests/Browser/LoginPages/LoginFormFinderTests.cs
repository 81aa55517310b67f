using NUnit.Framework;
using Prober.Browser.LoginPages;
using Prober.Browser.Pages;

namespace Prober.Tests.Browser.LoginPages;

public sealed class LoginFormFinderTests
{
    private static readonly ProviderPage Generic = ProviderPage.Of("generic");

    [Test]
    public void Takes_both_fields_and_the_button_of_one_form()
    {
        var form = Find(Looks.Text("q", 0) with { Placeholder = "Search users" }, Looks.Text("x1", 1), Looks.Password("x2", 1),
            Looks.Button("Search", 0), Looks.Link("Forgot your login?"), Looks.Button("Anmelden", 1));

        Assert.That((form.Identifier?.Name, form.Password?.Name, form.Submit?.Text), Is.EqualTo(("x1", "x2", "Anmelden")));
    }

    [Test]
    public void Takes_an_identifier_that_comes_alone()
    {
        var form = Find(Looks.Text("identifier"), Looks.Button("Next"));

        Assert.That((form.Identifier?.Name, form.Password, form.Submit?.Text), Is.EqualTo(("identifier", (PageField?)null, "Next")));
    }

    [Test]
    public void Finds_the_button_of_fields_without_a_form()
    {
        var form = Find(Looks.Text("mail", -1) with { Label = "E-mail" }, Looks.Password("p", -1),
            Looks.Button("Show password", -1, submit: false), Looks.Button("Continue with Google", -1, submit: false), Looks.Button("Sign in", -1, submit: false));

        Assert.That((form.Identifier?.Name, form.Submit?.Text), Is.EqualTo(("mail", "Sign in")));
        Assert.That(form.ProviderButtons.Select(button => button.Text), Is.EqualTo(new[] { "Continue with Google" }));
    }

    [Test]
    public void Prefers_what_is_known_of_the_provider()
    {
        var look = Looks.Page(Looks.Provider, "Sign in", Looks.Text("tenant"), Looks.Text("loginfmt"), Looks.Password("passwd"),
            Looks.Button("Sign-in options"), Looks.Button("Go") with { Id = "idSIButton9" });

        var form = LoginFormFinder.Find(look, ProviderPage.Of("entra"));

        Assert.That((form.Identifier?.Name, form.Submit?.Id), Is.EqualTo(("loginfmt", "idSIButton9")));
    }

    [Test]
    public void Knows_a_one_time_code_from_an_identifier()
    {
        var form = Find(Looks.Text("field") with { Autocomplete = "one-time-code" }, Looks.Button("Verify"));

        Assert.That((form.OneTimeCode?.Name, form.Identifier), Is.EqualTo(("field", (PageField?)null)));
    }

    /// <summary>SimpleSAMLphp's error page asks for an e-mail address beside a report to the operator.</summary>
    [Test]
    public void A_form_that_sends_an_error_report_is_no_login_form()
    {
        var report = Find(Looks.Text("email", 1) with { Type = "email" }, Looks.Button("Copy to clipboard", -1), Looks.Button("Send error report", 1));
        var login = Find(Looks.Text("email", 1) with { Type = "email" }, Looks.Button("Reset", 1), Looks.Button("Go", 1));

        Assert.That((report.AsksForSomething, login.Identifier?.Name), Is.EqualTo((false, "email")));
    }

    [TestCase(false, false)]
    [TestCase(true, true)]
    public void Leaves_out_fields_that_nobody_could_type_into(bool enabled, bool covered)
    {
        var form = Find(Looks.Text("username") with { Enabled = enabled, Covered = covered }, Looks.Password() with { Enabled = enabled, Covered = covered });

        Assert.That(form.AsksForSomething, Is.False);
    }

    private static LoginForm Find(params object[] contents) => LoginFormFinder.Find(Looks.Page(Looks.Provider, "Log in", contents), Generic);
}
