namespace Prober.Lab;

/// <summary>Every fault that is made by editing a file, in the order of the catalogue.</summary>
public static class FileFaults
{
    public static IReadOnlyList<FileFaultInfo> All { get; } =
    [
        new("F04", "har-starts-late", "The recording begins on the login page, after the authorization request.", null, LabScenario.ServerSide)
        {
            MustNotFail = ["login-prompt-authorize-seen"],
            NotLive = "a run of our own records from its first request",
        },
        new("F34", "abandoned-upstream", "The person gives up on the upstream provider's page, and the recording ends there.", null, LabScenario.Federated)
        {
            MustNotFail = ["credentials-broker-callback-seen"],
            NotLive = "a prober does not give up",
        },
        new("F35", "classic-database-login", "A healthy login of Auth0's Classic page posts to /login/callback although no upstream provider takes part.", null, LabScenario.ServerSide)
        {
            MustNotFail = ["credentials-broker-callback-seen", "credentials-upstream-callback-url"],
            NotLive = "the lab's pages are those of the New Universal Login",
        },
        new("F45", "cookies-stripped", "The export removed every cookie header, as Chrome does unless told otherwise.", null, LabScenario.ServerSide)
        {
            MustNotFail = ["session-cookie-established", "sso-same-browser"],
            NotLive = "a run of our own keeps its cookies",
        },
        new("F75", "implicit-fragment", "Tokens come in the fragment, which the export shows in the Location header alone.", null, LabScenario.BrowserApplication)
        {
            MustNotFail = ["token-app-callback-seen", "token-returned"],
            NotLive = "the lab's applications use the code flow",
        },
        new("F77", "signature-tampered", "One character of the ID token's signature was changed.", "claims-jwt-signature", LabScenario.BrowserApplication)
        {
            MustNotFail = ["claims-jwt-time"],
            NotLive = "an application that verifies would end the login before anything else could be seen",
        },
        new("F88", "saml-truncated", "The end of the SAML response's base64 is missing.", "claims-saml-decodes", LabScenario.Saml)
        {
            MustNotFail = ["token-app-callback-seen"],
            NotLive = "what cuts it, a proxy's limit on bodies, stands between browser and application",
        },
        new("F96", "saml-signature-wrapping", "The signed assertion was moved aside, and a forged one stands in its place.", "claims-saml-signature", LabScenario.Saml)
        {
            MustNotFail = ["claims-saml-attributes"],
            NotLive = "it is an attacker's doing, not a provider's",
        },
        new("F128", "confidential-client", "A healthy recording of an application that redeems its code where no browser sees it.", null, LabScenario.ServerSide)
        {
            MustNotFail = ["token-returned", "claims-*"],
            NotLive = "a run of our own knows more than its HAR",
        },
    ];
}
