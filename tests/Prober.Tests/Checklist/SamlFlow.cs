using System.IO.Compression;
using System.Security.Cryptography.X509Certificates;
using System.Text;
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

/// <summary>A login by SAML as a HAR holds it: the application sends a request by redirect, the provider answers by an auto-submitted form.</summary>
internal sealed record SamlFlow
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 10, 0, 0, TimeSpan.Zero);

    public SignedResponse Response { get; init; } = new();

    /// <summary>The parameter's value in place of the response's own base64.</summary>
    public string? Value { get; init; }

    public bool IsUnsolicited { get; init; }

    /// <summary>The format of name identifier that the application asks for.</summary>
    public string? RequestNameId { get; init; }

    /// <summary>Attributes of the request beyond the usual.</summary>
    public string RequestExtras { get; init; } = "";

    public X509Certificate2 Trusted { get; init; } = SignedResponse.Certificate;

    /// <summary>RelayState as it comes back; the one that was sent when null.</summary>
    public string? ReturnedState { get; init; }

    /// <summary>Changes the exchanges after they are built.</summary>
    public Func<IReadOnlyList<EvidenceStep>, IReadOnlyList<EvidenceStep>> Change { get; init; } = steps => steps;

    /// <summary>What a second login of the same run brought; null for one login.</summary>
    public SignedResponse? Second { get; init; }

    public bool KnowsCertificate { get; init; } = true;

    public Func<Expectations, Expectations> Expect { get; init; } = expected => expected;

    public static string Deflated(string xml)
    {
        var output = new MemoryStream();
        using (var deflate = new DeflateStream(output, CompressionLevel.Optimal)) deflate.Write(Encoding.UTF8.GetBytes(xml));
        return Uri.EscapeDataString(Convert.ToBase64String(output.ToArray()));
    }

    public string Request =>
        $"{HealthyFlow.Provider}/samlp/portal?SAMLRequest="
        + Deflated($"""<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="{SignedResponse.RequestId}" Version="2.0" IssueInstant="2026-01-01T10:00:00Z" AssertionConsumerServiceURL="{SignedResponse.Consumer}"{RequestExtras}><saml:Issuer>{SignedResponse.Service}</saml:Issuer>{(RequestNameId is null ? "" : $"<samlp:NameIDPolicy Format=\"{RequestNameId}\"/>")}</samlp:AuthnRequest>""")
        + $"&RelayState={Fp("relay")}";

    public EvidenceBundle Build()
    {
        var expected = Expect(new Expectations
        {
            Provider = new() { Kind = "auth0", Hosts = ["login.localhost:7000"] },
            Applications = [new() { Name = "portal", Url = HealthyFlow.Portal + "/", CallbackUrls = [SignedResponse.Consumer] }],
            RequiredAttributes = new Dictionary<string, string?> { ["email"] = ".+@example.com", ["groups"] = null },
        });
        var traffic = new HarLog { Creator = "WebInspector", Entries = [.. Change([.. Steps()]).Select((step, index) => step.ToEntry(index, Start.AddMilliseconds(100 * index)))] };
        return new()
        {
            Run = new() { Id = "run-1", Scenario = "portal", StartedAt = Start, Duration = TimeSpan.FromSeconds(2), Version = "0.1.0", Source = EvidenceSource.Har, Outcome = RunOutcome.Completed },
            Expectations = expected,
            Traffic = Captured.Of(traffic),
            Tokens = Captured.Of<IReadOnlyList<CapturedToken>>([]),
            Assertions = Captured.Of(SamlHarvest.From(traffic, expected, KnowsCertificate ? new(new TrustedCertificates([Trusted]), []) : null)),
        };
    }

    public Report Judge() => ChecklistRunner.Run(Build());

    public CheckResult Ask(string check) => Judge().Checks.Single(result => result.Id == check);

    private IEnumerable<EvidenceStep> Steps()
    {
        var post = $"SAMLResponse={Uri.EscapeDataString(Value ?? Response.Base64())}{(ReturnedState == "" ? "" : $"&RelayState={ReturnedState ?? Fp("relay")}")}";
        IEnumerable<EvidenceStep> asked =
        [
            new EvidenceStep("portal", "GET", $"{HealthyFlow.Portal}/", 302).Redirect(Request),
            new EvidenceStep("request", "GET", Request, 302).Redirect($"/u/login/password?state={Fp("idp-1")}").From("cross-site"),
        ];
        return [.. IsUnsolicited ? [] : asked,
            new EvidenceStep("login-page", "GET", $"{HealthyFlow.Provider}/u/login/password?state={Fp("idp-1")}", 200) { Body = HealthyFlow.PasswordHtml },
            new EvidenceStep("login-post", "POST", $"{HealthyFlow.Provider}/u/login/password?state={Fp("idp-1")}", 302) { Form = $"state={Fp("idp-1")}&username=probe&password=***" }
                .Sets($"auth0={Fp("session")}; path=/; secure; samesite=none; httponly").Redirect($"/samlp/portal/resume?state={Fp("idp-1")}").From("same-origin"),
            new EvidenceStep("form", "GET", $"{HealthyFlow.Provider}/samlp/portal/resume?state={Fp("idp-1")}", 200) { Body = "<form method=\"post\" action=\"x\"><input type=\"hidden\" name=\"SAMLResponse\"></form>" }
                .Sends($"auth0={Fp("session")}").From("same-origin"),
            new EvidenceStep("consumer", "POST", SignedResponse.Consumer, 302) { Form = post }.Redirect("/protected").From("cross-site")
                .Sets($"portal.session={Fp("portal-session")}; path=/; secure; samesite=lax; httponly"),
            new EvidenceStep("home", "GET", $"{HealthyFlow.Portal}/protected", 200) { Body = "<h1>Welcome Alice</h1>" }.From("cross-site").Sends($"portal.session={Fp("portal-session")}"),
            .. Second is null ? [] : (IEnumerable<EvidenceStep>)
            [
                new EvidenceStep("consumer-again", "POST", SignedResponse.Consumer, 302) { Form = $"SAMLResponse={Uri.EscapeDataString(Second.Base64())}&RelayState={Fp("relay")}" }
                    .Redirect("/protected").From("cross-site"),
            ],
        ];
    }
}
