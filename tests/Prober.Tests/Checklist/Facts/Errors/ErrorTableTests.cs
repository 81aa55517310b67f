using NUnit.Framework;
using Prober.Checklist;
using Prober.Checklist.Facts.Errors;

namespace Prober.Tests.Checklist.Facts.Errors;

/// <summary>Every error has one owner: what each vendor's code means is data, and this is what the data must say.</summary>
public sealed class ErrorTableTests
{
    [TestCase("access_denied", "Service not found: https://api.example.com", ErrorPlace.Callback, "login-prompt-request-valid")]
    [TestCase("access_denied", "User did not authorize the request", ErrorPlace.Callback, "profile-rules-actions-ok")]
    [TestCase("unauthorized", "user is blocked", ErrorPlace.Callback, "credentials-no-error-shown")]
    [TestCase("unauthorized", "Please verify your email before logging in.", ErrorPlace.Callback, "profile-rules-actions-ok")]
    [TestCase("unauthorized_client", "Grant type 'authorization_code' not allowed for the client.", ErrorPlace.TokenEndpoint, "token-returned")]
    [TestCase("unauthorized_client", null, ErrorPlace.Callback, "login-prompt-request-valid")]
    [TestCase("invalid_request", "the connection was disabled", ErrorPlace.Callback, "login-prompt-connection-enabled")]
    [TestCase("invalid_request", "no connections enabled for the client", ErrorPlace.Callback, "login-prompt-connection-enabled")]
    [TestCase("invalid_request", "parameter organization is required for this client", ErrorPlace.Callback, "login-prompt-connection-enabled")]
    [TestCase("invalid_request", "code challenge required", ErrorPlace.Callback, "login-prompt-request-valid")]
    [TestCase("invalid_redirect_uri", null, ErrorPlace.ProviderPage, "login-prompt-request-valid")]
    [TestCase("redirect_uri_mismatch", null, ErrorPlace.ProviderPage, "login-prompt-request-valid")]
    [TestCase("redirect_mismatch", null, ErrorPlace.ProviderPage, "login-prompt-request-valid")]
    [TestCase("trmsg-108", null, ErrorPlace.ProviderPage, "login-prompt-request-valid")]
    [TestCase("trmsg-107", null, ErrorPlace.ProviderPage, "login-prompt-request-valid")]
    [TestCase("unsupported_response_type", null, ErrorPlace.Callback, "login-prompt-request-valid")]
    [TestCase("invalid_scope", null, ErrorPlace.Callback, "login-prompt-request-valid")]
    [TestCase("invalid_target", null, ErrorPlace.Callback, "login-prompt-request-valid")]
    [TestCase("invalid_request_uri", null, ErrorPlace.ProviderPage, "login-prompt-request-valid")]
    [TestCase("server_error", null, ErrorPlace.Callback, "login-prompt-idp-available")]
    [TestCase("temporarily_unavailable", null, ErrorPlace.Callback, "login-prompt-idp-available")]
    [TestCase("invalid_grant", "The code was redeemed", ErrorPlace.TokenEndpoint, "token-returned")]
    [TestCase("invalid_client", null, ErrorPlace.TokenEndpoint, "token-returned")]
    [TestCase("unsupported_grant_type", null, ErrorPlace.TokenEndpoint, "token-returned")]
    [TestCase("invalid_token", null, ErrorPlace.UserInfo, "token-required-info")]
    [TestCase("invalid_user_password", null, ErrorPlace.LoginScript, "credentials-no-error-shown")]
    [TestCase("too_many_attempts", null, ErrorPlace.LoginScript, "credentials-no-error-shown")]
    [TestCase("password_leaked", null, ErrorPlace.LoginScript, "credentials-no-error-shown")]
    [TestCase("password_change_required", null, ErrorPlace.LoginScript, "credentials-password-expired")]
    [TestCase("blocked_user", null, ErrorPlace.LoginScript, "credentials-no-error-shown")]
    [TestCase("unsupported_credential_type", null, ErrorPlace.LoginScript, "login-prompt-connection-enabled")]
    [TestCase("cookie_not_found", null, ErrorPlace.ProviderPage, "session-cookie-established")]
    [TestCase("expired_code", null, ErrorPlace.ProviderPage, "session-cookie-established")]
    [TestCase("too_many_redirects", null, ErrorPlace.ProviderPage, "session-app-established")]
    [TestCase("state_mismatch", null, ErrorPlace.Callback, "token-state-roundtrip")]
    public void An_error_has_the_owner_that_the_checklist_gives_it(string code, string? description, ErrorPlace where, string owner) =>
        Assert.That(ErrorTable.Default.Find(code, description, where, silent: false)?.Owner, Is.EqualTo(owner));

    [TestCase("50011", "login-prompt-request-valid")]
    [TestCase("50126", "credentials-no-error-shown")]
    [TestCase("50053", "credentials-no-error-shown")]
    [TestCase("50135", "credentials-no-error-shown")]
    [TestCase("50055", "credentials-password-expired")]
    [TestCase("50144", "credentials-password-expired")]
    [TestCase("50057", "credentials-no-error-shown")]
    [TestCase("50196", "session-app-established")]
    [TestCase("50020", "credentials-no-error-shown")]
    [TestCase("90094", "login-prompt-request-valid")]
    [TestCase("65001", "login-prompt-request-valid")]
    [TestCase("53003", "profile-rules-actions-ok")]
    [TestCase("75011", "claims-saml-status")]
    [TestCase("750054", "login-prompt-request-valid")]
    [TestCase("50008", "claims-saml-signature")]
    [TestCase("5000819", "claims-saml-signature")]
    [TestCase("20012", "claims-saml-conditions")]
    [TestCase("7000215", "token-returned")]
    [TestCase("54005", "token-returned")]
    [TestCase("50068", "logout-session-ended")]
    [TestCase("80001", "login-prompt-idp-available")]
    public void Entra_s_numbers_have_their_owners(string number, string owner) =>
        Assert.That(ErrorTable.Default.Find($"AADSTS{number}", null, ErrorPlace.ProviderPage, silent: false)?.Owner, Is.EqualTo(owner));

    [TestCase("login_required")]
    [TestCase("consent_required")]
    [TestCase("interaction_required")]
    [TestCase("account_selection_required")]
    public void What_a_silent_request_may_be_answered_is_a_signal(string code) =>
        Assert.That(ErrorTable.Default.Find(code, null, ErrorPlace.Callback, silent: true)?.NormalWhenSilent, Is.True);

    [Test]
    public void No_row_names_a_check_that_does_not_exist()
    {
        var checks = CheckCatalog.All.Select(check => check.Info.Id).ToHashSet();

        Assert.That(ErrorTable.Default.Rows.Select(row => row.Owner).OfType<string>().Distinct().Where(owner => !checks.Contains(owner)), Is.Empty);
    }
}
