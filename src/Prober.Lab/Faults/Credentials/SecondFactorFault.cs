using Microsoft.AspNetCore.Builder;
using Prober.Lab.Provider;
using Prober.Lab.Provider.Pages;

namespace Prober.Lab;

/// <summary>A policy was switched on that asks everybody for a second factor, the probe account too.</summary>
internal sealed class SecondFactorFault : FaultBehaviour
{
    private const string Challenge = "/u/mfa-otp-challenge";

    public override FaultInfo Info { get; } = new(
        Fault.SecondFactor, "F30", "second-factor",
        "After the password the provider asks for a one-time code, for which the scenario has no secret.", "credentials-error-classified")
    {
        Verdict = "pass",
        Reason = "mfa",
        MustNotFail = ["credentials-no-error-shown"],
    };

    public override void InFrontOfProvider(IApplicationBuilder provider) => provider.Use((context, next) =>
    {
        if (context.Request.Path == Paths.Resume)
        {
            context.Response.Redirect(Paths.WithState(Challenge, context.Request.Query["state"].ToString()));
            return Task.CompletedTask;
        }

        return context.Request.Path == Challenge
            ? context.Response.WriteHtmlAsync(ProviderLayout.Render("Verify your identity", OneTimeCodeForm), context.RequestAborted)
            : next(context);
    });

    private const string OneTimeCodeForm = """
        <p class="lead">Check your preferred one-time password application for a code.</p>
        <form method="post">
          <label for="code">Enter your one-time code</label>
          <input id="code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code" required>
          <button class="primary" type="submit" name="action" value="default">Continue</button>
        </form>
        """;
}
