using System.Text;
using Prober.Checklist.Inference;
using Prober.Evidence.Expected;
using Prober.Evidence.Har;
using Prober.Evidence.Redaction;
using Prober.Evidence.Tokens;

namespace Prober.Reproducing;

/// <summary>
/// Writes a scenario that does again what somebody did in a recording. Each value says where it came from; nothing of the person goes into it,
/// and what the recording cannot tell stands there as a line to fill in.
/// </summary>
internal sealed class ScenarioDraft
{
    private static readonly string[] ClaimsOfUsers = ["email", "name", "preferred_username", "groups", "roles"];

    private readonly StringBuilder _text = new();
    private readonly RecordedJourney _journey;
    private readonly HarLog _traffic;

    private ScenarioDraft(RecordedJourney journey, HarLog traffic) => (_journey, _traffic) = (journey, traffic);

    /// <param name="name">The recording's file name.</param>
    /// <param name="traffic">One login, redacted or sanitized.</param>
    /// <exception cref="UsageException">Nobody asks for a login in it.</exception>
    public static string Of(string name, HarLog traffic)
    {
        var journey = JourneyInference.Of(traffic);
        if (journey.Steps.Count == 0) throw new UsageException($"{name}: no application in it asks for a login, so there is nothing to repeat");
        return new ScenarioDraft(journey, traffic).Write(name);
    }

    private string Write(string name)
    {
        Line(YamlText.Comment($"Made from {name} by 'prober from-har': read it before you run it. Numbers are entries of the recording."));
        Line($"name: {YamlText.Name(Path.GetFileNameWithoutExtension(name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name))}");
        Provider();
        Account();
        Line("applications:");
        foreach (var application in _journey.Expectations.Applications.Where(application => _journey.Steps.Any(step => step.Application == application.Name))) Application(application);
        Journey();
        Expect();
        return _text.ToString();
    }

    private void Provider()
    {
        var provider = _journey.Expectations.Provider;
        Line("provider:");
        Line($"  kind: {Kind(provider.Kind)}", Because("product"));
        if (_journey.Issuer is { } issuer) Line($"  issuer: {YamlText.Quoted(issuer)}", _journey.IssuerBecause);
        var others = provider.Hosts.Where(host => !Uri.TryCreate(_journey.Issuer, UriKind.Absolute, out var uri) || !uri.Authority.Equals(host, StringComparison.OrdinalIgnoreCase)).ToList();
        if (others.Count > 0) Line($"  hosts: [{string.Join(", ", others.Select(YamlText.Quoted))}]", Because("identity provider"));
        if (_journey.Expectations.Connection is { } connection) Line($"  connection: {YamlText.Quoted(connection)}", Because("connection"));
        if (provider.UpstreamHosts.Count > 0) Line($"  # upstream: the account signs in at {string.Join(", ", provider.UpstreamHosts)}; add its kind and issuer here");
        if (_journey.Organization is { } organization) Line($"  {YamlText.Comment($"organization {organization}: the application asks for it, so it is not set here; the probe account has to be a member")}");
        Saml(provider);
    }

    // Without an issuer a scenario has to say whose signatures are believed.
    private void Saml(ExpectedProvider provider)
    {
        if (_journey.SamlMetadata is { } metadata) Line($"  saml: {{ metadata: {YamlText.Quoted(metadata)} }}", $"{_journey.SamlMetadataBecause}; whose signatures are believed");
        else if (_journey.Issuer is null) Line($"  saml: {{ metadata: {YamlText.Quoted($"https://{(provider.Hosts is [var host, ..] ? host : "login.example.com")}/metadata")} }}", "FILL IN: address or file of the provider's metadata, or certificate: its PEM file; whose signatures are believed");
    }

    private void Account()
    {
        Line("account:");
        Line("  # A probe account in the place of the person's own: nothing of theirs was taken over.");
        Line("  username: ${PROBER_USER:?the probe account's user name}");
        Line("  password: ${PROBER_PASSWORD:?the probe account's password}");
        if (_journey.SecondFactor) Line("  # totp: ${PROBER_TOTP}   FILL IN: a second factor was asked for; the base32 seed of the probe account's authenticator");
        if (_journey.Form is { } form)
            Line($"  {YamlText.Comment($"Sent as {Fields()} to {OpaquePathSegments.Hide(UrlParts.Of(form.Request.Url).Path)}, entry {form.Index}. The form is found; where it is not, steps: says what to fill.")}");
    }

    private string Fields() => _journey.FormFields.Count == 0 ? "a body that is no form" : string.Join(", ", _journey.FormFields);

    private void Application(ExpectedApplication application)
    {
        var markers = new PageMarkers([.. _journey.AnonymousPages[application.Name]], [.. _journey.SignedInPages[application.Name]]);
        Line($"  {application.Name}:");
        // Where a page offers the way to the login, a person starts there; else the page that sent the browser off is the start.
        var door = markers.LeadingTo(FirstHops(application));
        if (door is { } offered) Line($"    url: {YamlText.Quoted(UrlParts.Of(_traffic.Entries[offered.Entry].Request.Url).Path)}", $"offers the login, entry {offered.Entry}");
        else Line($"    url: {YamlText.Quoted(application.Url)}", Because($"application {application.Name}"));
        if (Protected(application) is { } page && UrlParts.Of(page.Request.Url).Path is var address && address != application.Url)
            Line($"    protected: {YamlText.Quoted(address)}", $"shown after the login, entry {page.Index}");
        Marker("login", door, "leads to the login");
        if (markers.SignedIn is { } proof) Marker("signedIn", proof, "no page before the login has it");
        else Line("    signedIn: { text: Welcome }", "FILL IN: the recording has no page body that tells; name what only somebody signed in sees");
        var logsOut = _journey.Steps.Any(step => step.Kind == RecordedStepKind.Logout && step.Application == application.Name);
        Marker("logout", markers.Logout, "ends the session");
        if (logsOut && markers.Logout is null) Line("    logout: { text: Log out }", "FILL IN: a script draws it, or the recording has no page body; name the link or the button that is clicked");
        if (logsOut && _journey.PostLogoutUrl is { } landing)
            Line($"    postLogout: {YamlText.Quoted(landing)}", "where the logout landed");
        if (application.CallbackUrls.Count > 0) Line($"    callbacks: [{string.Join(", ", application.CallbackUrls.Select(YamlText.Quoted))}]", "accepted by the provider");
        if (application.ClientId is { } client) Line($"    clientId: {YamlText.Quoted(client)}");
        if (application.EntityId is { } entity) Line($"    saml: {{ entityId: {YamlText.Quoted(entity)} }}");
    }

    // A page whose address names the person, which is masked, is nobody else's; one that takes the provider's answer is nobody's to open. What
    // was shown to nobody too proves less than what was not.
    private HarEntry? Protected(ExpectedApplication application)
    {
        var shown = _journey.SignedInPages[application.Name].Where(page => !Fingerprint.IsIn(page.Request.Url) && !application.CallbackUrls.Contains(UrlParts.Of(page.Request.Url).Path)).ToList();
        var open = _journey.AnonymousPages[application.Name].Select(page => UrlParts.Of(page.Request.Url).Path).ToHashSet(StringComparer.Ordinal);
        return shown.Find(page => !open.Contains(UrlParts.Of(page.Request.Url).Path)) ?? shown.FirstOrDefault();
    }

    private void Journey()
    {
        Line("journey:");
        foreach (var step in _journey.Steps) Line($"  - {Word(step.Kind)}: {step.Application}", $"entry {step.Entry}{(step.AskedAgain ? "; credentials were asked for again" : "")}");
        if (_journey.Steps.Any(step => step.Kind == RecordedStepKind.Logout)) SignedOut();
    }

    // A replay can show no more than somebody looked at; what a live run should look at too is the reader's to add.
    private void SignedOut()
    {
        var applications = _journey.Steps.Select(step => step.Application).Distinct().ToLookup(_journey.LookedAtAfterLogout.Contains);
        if (applications[true].Any()) Line($"  - signedOut: [{string.Join(", ", applications[true])}]", "opened again after the logout");
        if (applications[false].Any())
            Line($"  # - signedOut: [{string.Join(", ", applications[false])}]   nobody opened {(applications[false].Count() > 1 ? "them" : "it")} again in the recording; a live run can");
    }

    private void Expect()
    {
        var claims = TokenHarvest.From(_traffic).Where(token => token.Kind == TokenKind.Id && token.Claims is not null).SelectMany(token => token.Claims!.Select(claim => claim.Key)).Intersect(ClaimsOfUsers).ToList();
        if (claims.Count > 0 || _journey.SecondFactor) Line("expect:");
        if (claims.Count > 0) Line($"  claims: [{string.Join(", ", claims)}]", "of the ID token in the recording");
        if (_journey.SecondFactor) Line("  mfa: true", "a second factor was asked for: give the probe account one (account.totp), or an exemption and take this line out");
    }

    /// <summary>Addresses on the way from the application's page to the provider.</summary>
    private HashSet<string> FirstHops(ExpectedApplication application) =>
        [.. _traffic.Entries.Where(entry => entry.Request.Url.StartsWith(new Uri(application.Url).GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase)
            && entry.Response.Status is >= 300 and < 400 && LeadsToProvider(entry)).Select(entry => entry.Request.Url)];

    private bool LeadsToProvider(HarEntry entry) =>
        RedirectTarget.Of(entry) is { } target && Uri.TryCreate(target, UriKind.Absolute, out var uri) && _journey.Expectations.Provider.Hosts.Contains(uri.Authority, StringComparer.OrdinalIgnoreCase);

    private void Marker(string key, (PageControl Control, int Entry)? found, string why)
    {
        if (found is { } marker) Line($"    {key}: {{ {marker.Control.Kind}: {YamlText.Quoted(marker.Control.Text)} }}", $"{why}, entry {marker.Entry}");
    }

    // What a recording shows by name a scenario may know by another, or not at all.
    private static string Kind(string product) => product switch
    {
        "identityserver" => "duende",
        "lemonldap" => "lemonldap-ng",
        "simplesamlphp" => "generic",
        _ => product,
    };

    private static string Word(RecordedStepKind kind) => kind switch
    {
        RecordedStepKind.Login => "login",
        RecordedStepKind.SecondTab => "secondTab",
        RecordedStepKind.SingleSignOn => "sso",
        _ => "logout",
    };

    private string Because(string about) => _journey.Expectations.Assumptions.FirstOrDefault(assumption => assumption.About == about)?.Because ?? "nothing in the recording tells";

    private void Line(string text, string? because = null) => _text.Append(text).Append(because is null ? "" : $"   {YamlText.Comment(because)}").Append('\n');
}
