using NUnit.Framework;
using Prober.Browser.LoginPages;

namespace Prober.Tests.Browser.LoginPages;

public sealed class InterstitialTests
{
    [TestCase("Authorize App. Portal wants to access your profile.", "Accept|Decline", "consent", "Accept")]
    [TestCase("Authorize\nscopes:\nprofile\nemail\n[ Cancel ]\n(Click to expand) DEBUG information", "Continue", "consent", "Continue")]
    [TestCase("Authorize the client is asking you to confirm previously given authorization", "Continue", "consent", "Continue")]
    [TestCase("We have updated our terms of service. Please accept them to continue.", "Decline|Accept", "terms", "Accept")]
    [TestCase("Your password will expire in 5 days.", "Change now|Remind me later", "password-expires-soon", "Remind me later")]
    [TestCase("Stay signed in? Do this to reduce the number of times you are asked to sign in.", "Yes|No", "stay-signed-in", "No")]
    [TestCase("Choose an account", "bob@example.com|alice@example.com|Use another account", "account-picker", "alice@example.com")]
    [TestCase("Welcome back!", "Continue as Alice|Not you?", "account-picker", "Continue as Alice")]
    [TestCase("Create a passkey for faster login", "Create a passkey|Continue without passkeys", "passkey-offer", "Continue without passkeys")]
    public void Gives_the_answer_that_does_no_harm(string text, string buttons, string id, string answer)
    {
        var look = Looks.Page(Looks.Provider + "/u/page", text, [.. buttons.Split('|').Select(button => Looks.Button(button))]);

        var found = Interstitial.On(look, "login", "alice@example.com");

        Assert.That((found?.Id, found?.ControlOn(look, "alice@example.com")?.Text), Is.EqualTo((id, answer)));
    }

    [Test]
    public void A_forced_password_change_is_met_and_not_answered()
    {
        var look = Looks.Page(Looks.Provider, "You need to change your password to continue.", Looks.Password(), Looks.Button("Change password"));

        var found = Interstitial.On(look, "login", "alice@example.com");

        Assert.That((found?.Id, found?.IsAnswerable), Is.EqualTo(("password-change", false)));
    }

    [TestCase("Log in. By logging in you agree to nothing special.", "Log in")]
    [TestCase("Wrong email or password. Forgot password?", "Continue")]
    public void An_ordinary_login_page_is_none(string text, string button) =>
        Assert.That(Interstitial.On(Looks.Page(Looks.Provider, text, Looks.Button(button)), "login", "alice@example.com"), Is.Null);

    [Test]
    public void A_question_about_logging_out_belongs_to_logout_only()
    {
        var look = Looks.Page(Looks.Provider, "Do you want to log out of Lab Identity?", Looks.Button("Yes, log out"), Looks.Button("No, stay"));

        Assert.That(Interstitial.On(look, "login", "alice@example.com"), Is.Null);
        Assert.That(Interstitial.On(look, "logout", "alice@example.com")?.ControlOn(look, "alice@example.com")?.Text, Is.EqualTo("Yes, log out"));
    }

    [Test]
    public void Every_entry_has_an_id_of_its_own_and_expressions_that_compile()
    {
        Assert.That(Interstitial.Catalog.Select(one => one.Id), Is.Unique);
        foreach (var one in Interstitial.Catalog)
        {
            Assert.That(one.Text, Is.Not.Empty, one.Id);
            foreach (var pattern in one.Text.Concat(one.Answer)) Assert.That(() => PageSignals.OneOf([pattern]), Throws.Nothing, one.Id);
        }
    }
}
