namespace Prober.Lab.Provider;

/// <summary>The identity provider's addresses, as Auth0 names them.</summary>
internal static class Paths
{
    public const string Authorize = "/authorize";
    public const string Resume = "/authorize/resume";
    public const string Continue = "/continue";
    public const string Token = "/oauth/token";
    public const string ManagementApi = "/api/v2";
    public const string UserInfo = "/userinfo";
    public const string EndSession = "/oidc/logout";
    public const string Logout = "/v2/logout";
    public const string UpstreamCallback = "/login/callback";
    public const string UpstreamLogoutReturn = "/logout";

    public const string PasswordlessStart = "/passwordless/start";
    public const string PasswordlessVerify = "/passwordless/verify_redirect";

    public const string Login = "/u/login";
    public const string Identifier = "/u/login/identifier";
    public const string Password = "/u/login/password";
    public const string LogoutConfirmation = "/u/logout";
    public const string ChangePassword = "/account/change-password";

    public static string WithState(string path, string state) => $"{path}?state={Uri.EscapeDataString(state)}";
}
