using NUnit.Framework;
using Prober.Checklist.Checks.AppLogs;

namespace Prober.Tests.Checklist.Checks.AppLogs;

/// <summary>Lines as the usual libraries write them when they refuse a login.</summary>
public sealed class AppLogPatternsTests
{
    [TestCase("Error from RemoteAuthentication: Correlation failed.", "ASP.NET Core")]
    [TestCase("Microsoft.AspNetCore.Authentication.AuthenticationFailureException: The oauth state was missing or invalid.", "ASP.NET Core")]
    [TestCase("Unable to unprotect the message.State.", "ASP.NET Core")]
    [TestCase("IDX10223: Lifetime validation failed. The token is expired. ValidTo (UTC): '3/12/2026 10:15:04 AM'", "Microsoft.IdentityModel")]
    [TestCase("IDX10501: Signature validation failed. Unable to match key: kid: 'lab-2026'.", "Microsoft.IdentityModel")]
    [TestCase("IDX20803: Unable to obtain configuration from: 'https://login.example.com/.well-known/openid-configuration'.", "Microsoft.IdentityModel")]
    [TestCase("IDX21323: RequireNonce is 'True'. OpenIdConnectProtocolValidationContext.Nonce was null", "Microsoft.IdentityModel")]
    [TestCase("BadRequestError: checks.state argument is missing", "openid-client, express-openid-connect")]
    [TestCase("RPError: id_token issued in the future, now 1773310504, iat 1773310604", "openid-client, express-openid-connect")]
    [TestCase("RPError: failed to validate JWT signature", "openid-client, express-openid-connect")]
    [TestCase("RPError: outgoing request timed out after 3500ms", "openid-client, express-openid-connect")]
    [TestCase("RPError: state mismatch, expected abc, got: def", "openid-client, passport, authlib")]
    [TestCase("[next-auth][error][CALLBACK_OAUTH_ERROR] State cookie was missing.", "NextAuth, Auth.js")]
    [TestCase("[auth][error] InvalidCheck: pkceCodeVerifier value could not be parsed", "NextAuth, Auth.js")]
    [TestCase("[next-auth][error][JWT_SESSION_ERROR] decryption operation failed", "NextAuth, Auth.js")]
    [TestCase("OAuth2AuthenticationException: [authorization_request_not_found]", "Spring Security")]
    [TestCase("[invalid_state_parameter]", "Spring Security")]
    [TestCase("[invalid_id_token] An error occurred while attempting to decode the Jwt: Jwt expired at 2026-03-12T10:15:04Z", "Spring Security")]
    [TestCase("Signed JWT rejected: Another algorithm expected, or no matching key(s) found", "Spring Security")]
    [TestCase("Unable to resolve Configuration with the provided Issuer of \"https://login.example.com/\"", "Spring Security")]
    [TestCase("Saml2AuthenticationException: Invalid assertion [ID1] for SAML response [ID2]", "Spring Security")]
    [TestCase("Unable to verify authorization request state.", "passport")]
    [TestCase("InternalOAuthError: Failed to obtain access token", "passport")]
    [TestCase("Error: Login sessions require session support. Did you forget to use `express-session` middleware?", "passport")]
    [TestCase("Error: SAML assertion expired: clocks skewed too much", "passport-saml")]
    [TestCase("oidc_restore_proto_state: no \"mod_auth_openidc_state_x\" state cookie found: check domain and samesite cookie settings", "mod_auth_openidc")]
    [TestCase("the number of existing, valid state cookies (7) has exceeded the limit (7), no additional authorization request can be generated", "mod_auth_openidc")]
    [TestCase("oidc_proto_validate_nonce: the nonce value (x) in the id_token did not match the one stored in the browser session", "mod_auth_openidc")]
    [TestCase("oidc_proto_validate_exp: \"exp\" validation failure (1773310504): JWT expired 12 seconds ago", "jsonwebtoken, jose")]
    [TestCase("User has disabled cookies, or has lost the cookie before returning from the SAML2 login server.", "mod_auth_mellon")]
    [TestCase("NotOnOrAfter in Condition was in the past.", "mod_auth_mellon")]
    [TestCase("Error processing authn response. Lasso error: [-432] Status code is not success", "mod_auth_mellon")]
    [TestCase("TokenExpiredError: jwt expired", "jsonwebtoken, jose")]
    [TestCase("{\"error\":\"invalid_grant\",\"error_description\":\"Invalid authorization code\"}", "OAuth")]
    public void A_refusal_is_recognised_by_its_library(string line, string library) => Assert.That(AppLogPatterns.Explain(line)?.Library, Is.EqualTo(library));

    [TestCase("Request finished HTTP/1.1 GET https://portal.example.com/ - 200 - text/html 12.7ms")]
    [TestCase("AuthenticationScheme: Cookies signed in.")]
    [TestCase("Executing endpoint 'HTTP: GET /signin-oidc'")]
    [TestCase("The state of order 17 changed to paid")]
    [TestCase("User alice logged in")]
    [TestCase("oidc_handle_authorization_response: session created")]
    [TestCase("GET /health 200 1ms")]
    public void A_line_of_good_order_is_not(string line) => Assert.That(AppLogPatterns.Explain(line), Is.Null);
}
