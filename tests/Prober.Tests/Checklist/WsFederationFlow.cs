using System.Globalization;
using System.Security;
using System.Xml;
using Prober.Checklist;
using Prober.Checklist.Reports;
using Prober.Evidence;
using Prober.Evidence.Expected;
using Prober.Evidence.Har;
using Prober.Evidence.Saml;
using Prober.Evidence.Saml.Signatures;
using Prober.Evidence.Tokens;
using Prober.Tests.Evidence.Saml;
using static Prober.Tests.Checklist.EvidenceStep;

namespace Prober.Tests.Checklist;

/// <summary>A login by WS-Federation as a HAR holds it: wsignin1.0 to the provider, a security token with a SAML 1.1 assertion back.</summary>
internal sealed record WsFederationFlow
{
    private const string Realm = "urn:example:portal";
    private const string Reply = HealthyFlow.Portal + "/signin-wsfed";

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 10, 0, 0, TimeSpan.Zero);

    public string Audience { get; init; } = Realm;

    public TimeSpan NotBefore { get; init; } = TimeSpan.FromMinutes(-1);

    public string RequestExtras { get; init; } = "";

    public string? ReturnedContext { get; init; } = Fp("context");

    public Func<string, string> Tamper { get; init; } = xml => xml;

    private string Request => $"{HealthyFlow.Provider}/wsfed/portal?wa=wsignin1.0&wtrealm={Uri.EscapeDataString(Realm)}&wreply={Uri.EscapeDataString(Reply)}&wctx={Fp("context")}{RequestExtras}";

    public EvidenceBundle Build()
    {
        var expected = new Expectations
        {
            Provider = new() { Kind = "auth0" },
            Applications = [new() { Name = "portal", Url = HealthyFlow.Portal + "/", EntityId = Realm }],
            RequiredClaims = new Dictionary<string, string?> { ["email"] = ".+@example.com" },
        };
        var traffic = new HarLog { Creator = "WebInspector", Entries = [.. Steps().Select((step, index) => step.ToEntry(index, Start.AddMilliseconds(100 * index)))] };
        return new()
        {
            Run = new() { Id = "run-1", Scenario = "portal", StartedAt = Start, Duration = TimeSpan.FromSeconds(2), Version = "0.1.0", Source = EvidenceSource.Har, Outcome = RunOutcome.Completed },
            Expectations = expected,
            Traffic = Captured.Of(traffic),
            Tokens = Captured.Of<IReadOnlyList<CapturedToken>>([]),
            Assertions = Captured.Of(SamlHarvest.From(traffic, expected, new(new TrustedCertificates([SignedResponse.Certificate]), []))),
        };
    }

    public Report Judge() => ChecklistRunner.Run(Build());

    public CheckResult Ask(string check) => Judge().Checks.Single(result => result.Id == check);

    /// <summary>The token that the provider posts.</summary>
    public string Token()
    {
        var document = new XmlDocument { PreserveWhitespace = true };
        document.LoadXml($"""
            <t:RequestSecurityTokenResponse xmlns:t="http://schemas.xmlsoap.org/ws/2005/02/trust"><t:RequestedSecurityToken>
            <saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:1.0:assertion" MajorVersion="1" MinorVersion="1" AssertionID="_token1" Issuer="{SignedResponse.Provider}" IssueInstant="{At(TimeSpan.Zero)}">
            <saml:Conditions NotBefore="{At(NotBefore)}" NotOnOrAfter="{At(TimeSpan.FromMinutes(5))}"><saml:AudienceRestrictionCondition><saml:Audience>{SecurityElement.Escape(Audience)}</saml:Audience></saml:AudienceRestrictionCondition></saml:Conditions>
            <saml:AttributeStatement><saml:Subject><saml:NameIdentifier>alice@example.com</saml:NameIdentifier><saml:SubjectConfirmation><saml:ConfirmationMethod>urn:oasis:names:tc:SAML:1.0:cm:bearer</saml:ConfirmationMethod></saml:SubjectConfirmation></saml:Subject>
            <saml:Attribute AttributeName="emailaddress" AttributeNamespace="http://schemas.xmlsoap.org/ws/2005/05/identity/claims"><saml:AttributeValue>alice@example.com</saml:AttributeValue></saml:Attribute></saml:AttributeStatement>
            </saml:Assertion></t:RequestedSecurityToken></t:RequestSecurityTokenResponse>
            """);
        XmlSigning.Sign((XmlElement)document.GetElementsByTagName("saml:Assertion")[0]!, SignedResponse.Certificate, "AssertionID");
        return Tamper(document.OuterXml);
    }

    private IEnumerable<EvidenceStep> Steps() =>
    [
        new EvidenceStep("portal", "GET", $"{HealthyFlow.Portal}/", 302).Redirect(Request),
        new EvidenceStep("request", "GET", Request, 302).Redirect($"/u/login/password?state={Fp("idp-1")}").From("cross-site"),
        new EvidenceStep("login-page", "GET", $"{HealthyFlow.Provider}/u/login/password?state={Fp("idp-1")}", 200) { Body = HealthyFlow.PasswordHtml },
        new EvidenceStep("login-post", "POST", $"{HealthyFlow.Provider}/u/login/password?state={Fp("idp-1")}", 302) { Form = $"state={Fp("idp-1")}&username=probe&password=***" }
            .Sets($"auth0={Fp("session")}; path=/; secure; samesite=none; httponly").Redirect($"/wsfed/portal/resume?state={Fp("idp-1")}").From("same-origin"),
        new EvidenceStep("form", "GET", $"{HealthyFlow.Provider}/wsfed/portal/resume?state={Fp("idp-1")}", 200) { Body = "<form method=\"post\" action=\"x\"><input type=\"hidden\" name=\"wresult\"></form>" }
            .Sends($"auth0={Fp("session")}").From("same-origin"),
        new EvidenceStep("reply", "POST", Reply, 302) { Form = $"wa=wsignin1.0&wresult={Uri.EscapeDataString(Token())}{(ReturnedContext is null ? "" : $"&wctx={ReturnedContext}")}" }
            .Redirect("/protected").From("cross-site").Sets($"portal.session={Fp("portal-session")}; path=/; secure; samesite=lax; httponly"),
        new EvidenceStep("home", "GET", $"{HealthyFlow.Portal}/protected", 200) { Body = "<h1>Welcome Alice</h1>" }.From("cross-site").Sends($"portal.session={Fp("portal-session")}"),
    ];

    private static string At(TimeSpan offset) => (Start + offset).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
