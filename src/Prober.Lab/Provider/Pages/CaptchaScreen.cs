using Microsoft.AspNetCore.Http;

namespace Prober.Lab.Provider.Pages;

/// <summary>A login page with a challenge no prober should try to solve.</summary>
internal sealed class CaptchaScreen : LoginScreen
{
    private static readonly CredentialRefusal Unsolved = new(
        StatusCodes.Status400BadRequest, "invalid-captcha", "Solve the challenge question to verify you are not a robot.", "pla");

    public override string Entry(LoginForm form) => ProviderLayout.Render("Welcome", $"""
        {Fields.Lead(form)}
        <form method="post" action="{Paths.WithState(Paths.Login, form.State)}" data-form-primary="true">
          <input type="hidden" name="state" value="{form.State}">
          {Fields.Username(form)}
          {Fields.Password(form)}
          <div class="ulp-captcha-container" data-captcha-provider="auth0" data-captcha-sitekey="lab">
            <img class="captcha" src="/assets/captcha.svg" alt="captcha" width="240" height="64">
            <label for="captcha">Enter the code shown above</label>
            <input id="captcha" name="captcha" type="text" autocomplete="off" required>
          </div>
          {Fields.Submit}
        </form>
        """);

    public override CredentialRefusal? Refuse(LoginSubmission submission) =>
        submission.Captcha == "q7wz4" ? null : Unsolved;
}
