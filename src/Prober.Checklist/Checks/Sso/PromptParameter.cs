using System.Globalization;

namespace Prober.Checklist.Checks.Sso;

/// <summary>What the second application's request itself asks for: some parameters force a prompt.</summary>
public sealed class PromptParameter : SecondLoginCheck
{
    public override CheckInfo Info { get; } = new(
        "sso-prompt-param",
        Stage.Sso,
        CheckClass.Root,
        Question: "Does the second application's request leave single sign-on possible?",
        Why: "prompt=login, a short max_age or ForceAuthn order the provider to ask again, whatever session there is.",
        Remedy: "Remove the parameter that forces a prompt from the second application's login request; some libraries add it by default.")
    {
        Owner = FaultOwner.Application,
        References = ["OpenID Connect Core 1.0 section 3.1.2.1", "SAML 2.0 Core section 3.4.1 (ForceAuthn)", "WS-Federation 1.2 section 13.2.2 (wfresh)"],
        AnsweredBy = "a recording of the second application's request",
        Reasons = Reasons(
            ("free", "Nothing in the request forces a prompt."),
            ("prompt-login", "prompt=login."),
            ("prompt-select-account", "prompt=select_account."),
            ("max-age", "max_age is shorter than the time since the login."),
            ("force-authn", "ForceAuthn, or wfresh=0."),
            ("ignored", "A parameter asks for a prompt, and the provider gave none."),
            ("prompt-consent", "prompt=consent."),
            ("other-class", "It asks for another authentication class than the first application."),
            ("other-connection", "It asks for another connection or organization."),
            ("other-user", "It names another user."),
            ("signup", "It asks for the sign-up page."),
            ("hidden-parameters", "The parameters were pushed, so they were not seen.")),
    };

    private protected override Finding Judge(SecondLogin login, EvidenceReader evidence)
    {
        var parameters = login.Second.Parameters;
        if (Forcing(login) is { } forcing)
        {
            return login.WentThrough
                ? Finding.Warn("ignored", $"{forcing.Summary} The provider gave none.", forcing.Evidence)
                : forcing;
        }

        if (parameters.ContainsKey("request_uri") && !parameters.ContainsKey("scope"))
            return Finding.Inconclusive("hidden-parameters",
                "The request's parameters were pushed to the provider and not seen.", login.Asked("request_uri"));
        return Suspicious(login) ?? Finding.Pass("free", $"Nothing in the request of {login.SecondName} forces a prompt.", login.Asked("prompt"));
    }

    private static Finding? Forcing(SecondLogin login)
    {
        var parameters = login.Second.Parameters;
        var prompts = parameters.GetValueOrDefault("prompt")?.Split(' ') ?? [];
        if (prompts.Contains("login"))
            return Finding.Fail("prompt-login",
                $"The request of {login.SecondName} says prompt=login, which orders the provider to ask again.", login.Asked("prompt"));
        if (prompts.Contains("select_account"))
            return Finding.Fail("prompt-select-account",
                $"The request of {login.SecondName} says prompt=select_account, which orders the provider to ask which account to use.",
                login.Asked("prompt"));
        var age = login.AskedAt - login.AuthenticatedAt;
        if (double.TryParse(parameters.GetValueOrDefault("max_age"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var limit) && limit <= age.TotalSeconds)
            return Finding.Fail("max-age",
                $"The request of {login.SecondName} wants a login at most {limit:0} s old, but it was {age.TotalSeconds:0} s old.",
                login.Asked("max_age"));
        if (parameters.GetValueOrDefault("ForceAuthn") is "true" or "1")
            return Finding.Fail("force-authn",
                $"The request of {login.SecondName} says ForceAuthn, which orders the provider to ask again.", login.Asked("ForceAuthn"));
        return double.TryParse(parameters.GetValueOrDefault("wfresh"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var minutes) && minutes <= age.TotalMinutes
            ? Finding.Fail("force-authn",
                $"The request of {login.SecondName} says wfresh={minutes:0}, which orders the provider to ask again.", login.Asked("wfresh"))
            : null;
    }

    private static Finding? Suspicious(SecondLogin login)
    {
        var parameters = login.Second.Parameters;
        if (parameters.GetValueOrDefault("prompt")?.Split(' ').Contains("consent") is true)
            return Finding.Warn("prompt-consent",
                $"The request of {login.SecondName} says prompt=consent, so the user is asked for consent each time.", login.Asked("prompt"));
        if (parameters.GetValueOrDefault("screen_hint") is "signup")
            return Finding.Warn("signup", $"The request of {login.SecondName} asks for the sign-up page.", login.Asked("screen_hint"));
        if (login.WentThrough)
            return null;
        if (Differs(login, "acr_values"))
            return Finding.Warn("other-class",
                $"{login.SecondName} asks for another authentication class than {login.FirstName}.", login.Asked("acr_values"));
        if (Differs(login, "RequestedAuthnContext"))
            return Finding.Warn("other-class",
                $"{login.SecondName} asks for another authentication context than {login.FirstName}.", login.Asked("RequestedAuthnContext"));
        foreach (var name in (string[])["connection", "organization", "kc_idp_hint", "domain_hint", "whr"])
        {
            if (Differs(login, name))
                return Finding.Warn("other-connection", $"{login.SecondName} asks for another {name} than {login.FirstName}.", login.Asked(name));
        }

        return login.First.Parameters.ContainsKey("login_hint") && Differs(login, "login_hint")
            ? Finding.Warn("other-user", $"{login.SecondName} names another user than {login.FirstName}.", login.Asked("login_hint"))
            : null;
    }

    private static bool Differs(SecondLogin login, string name) =>
        login.Second.Parameters.GetValueOrDefault(name) is { } value && value != login.First.Parameters.GetValueOrDefault(name);
}
