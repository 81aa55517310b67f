namespace Prober.Lab.Provider.Pages;

/// <summary>A way to ask for credentials: one class for each that the lab knows.</summary>
internal abstract class LoginScreen
{
    public virtual string EntryPath => Paths.Login;

    /// <summary>A policy sent with the page, when it has one.</summary>
    public virtual string? ContentSecurityPolicy => null;

    public static LoginScreen For(Tenant tenant) => tenant.Fault.LoginScreen ?? tenant.Options.LoginPage switch
    {
        _ when tenant.Options.Scenario is LabScenario.Passwordless => new EmailLinkScreen(),
        LoginPage.Combined => new CombinedScreen(),
        LoginPage.Scripted => new ScriptedScreen(),
        LoginPage.SlowLoading => new SlowLoadingScreen(),
        LoginPage.HiddenErrorText => new HiddenErrorTextScreen(),
        LoginPage.MisleadingError => new MisleadingErrorScreen(),
        LoginPage.PasswordInAddress => new PasswordInAddressScreen(),
        LoginPage.Captcha => new CaptchaScreen(),
        _ => new IdentifierFirstScreen(),
    };

    /// <summary>The first page.</summary>
    public abstract string Entry(LoginForm form);

    /// <summary>The page with the password, which shows again what was wrong with it.</summary>
    public virtual string Password(LoginForm form) => Entry(form);

    /// <summary>A reason to refuse a submission before the password is looked at.</summary>
    public virtual CredentialRefusal? Refuse(LoginSubmission submission) => null;
}
