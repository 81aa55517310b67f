using System.CommandLine;
using Prober.Monitor.Web.Access;
using Prober.Scenarios;

namespace Prober.Commands;

/// <summary>Options and variables of <c>prober serve</c> that say who may come to the page and the API, and with which role.</summary>
internal static class LoginOptions
{
    private const string ViewerToken = "PROBER_LOGIN_VIEWER_TOKEN", OperatorToken = "PROBER_LOGIN_OPERATOR_TOKEN", ClientSecret = "PROBER_LOGIN_CLIENT_SECRET";

    private static readonly Option<FileInfo?> TokenFile = new("--token-file") { Description = $"Tokens that let somebody in, one a line: viewer or operator, a blank, the token. Or in {ViewerToken} and {OperatorToken}." };
    private static readonly Option<string?> Issuer = new("--oidc-issuer") { Description = $"OpenID Connect provider to log in at; the client's secret is in {ClientSecret}." };
    private static readonly Option<string?> Client = new("--oidc-client") { Description = "Client id at the provider; its redirect URI is --public-url and signin-oidc." };
    private static readonly Option<string[]> Scope = new("--oidc-scope") { Description = "Scope to ask for beside openid and profile, such as groups." };
    private static readonly Option<string[]> Viewer = new("--oidc-viewer") { Description = "Who may read: CLAIM=VALUE, or * for everybody whom the provider lets in." };
    private static readonly Option<string[]> Operator = new("--oidc-operator") { Description = "Who may also walk journeys, silence and acknowledge: CLAIM=VALUE." };
    private static readonly Option<bool> OpenMetrics = new("--open-metrics") { Description = "Answer /metrics without a login." };

    public static void AddTo(Command command)
    {
        foreach (var option in (Option[])[TokenFile, Issuer, Client, Scope, Viewer, Operator, OpenMetrics]) command.Add(option);
    }

    /// <param name="parsed">The command line.</param>
    /// <param name="variables">Hold what is secret.</param>
    /// <param name="page">Where people reach the page, as <c>--public-url</c> has it.</param>
    /// <exception cref="UsageException">Something is missing or wrong; no token and no secret is quoted.</exception>
    public static AccessOptions Read(ParseResult parsed, ScenarioVariables variables, Uri? page) => new()
    {
        Tokens = [.. FromFile(parsed.GetValue(TokenFile)), .. FromVariable(variables, ViewerToken, AccessRole.Viewer), .. FromVariable(variables, OperatorToken, AccessRole.Operator)],
        Provider = Provider(parsed, variables, page),
        OpenMetrics = parsed.GetValue(OpenMetrics),
    };

    private static IReadOnlyList<AccessToken> FromFile(FileInfo? file)
    {
        if (file is null) return [];
        try
        {
            return AccessToken.Read(File.ReadAllLines(file.FullName), $"{TokenFile.Name} {file}");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{TokenFile.Name} {file}: cannot be read");
        }
        catch (FormatException wrong)
        {
            throw new UsageException(wrong.Message);
        }
    }

    private static IEnumerable<AccessToken> FromVariable(ScenarioVariables variables, string name, AccessRole role) => variables.Find(name) switch
    {
        null or "" => [],
        { Length: >= AccessToken.ShortestToken } token => [new AccessToken(role, token)],
        _ => throw new UsageException($"{name}: expected a token of at least {AccessToken.ShortestToken} characters"),
    };

    private static ProviderAccess? Provider(ParseResult parsed, ScenarioVariables variables, Uri? page)
    {
        List<RoleRule> rules = [.. Rules(parsed, Viewer, AccessRole.Viewer), .. Rules(parsed, Operator, AccessRole.Operator)];
        if (parsed.GetValue(Issuer) is not { } text)
        {
            return parsed.GetValue(Client) is null && rules.Count == 0 ? null : throw new UsageException($"{Client.Name}, {Viewer.Name}, {Operator.Name}: {Issuer.Name} is missing");
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var issuer) || !(issuer.Scheme == Uri.UriSchemeHttps || (issuer.Scheme == Uri.UriSchemeHttp && LocalhostNames.IsThisMachine(issuer))))
            throw new UsageException($"{Issuer.Name} {text}: expected an https address such as https://login.example.com/");
        if (parsed.GetValue(Client) is not { Length: > 0 } client || page is null || rules.Count == 0)
            throw new UsageException($"{Issuer.Name}: also needs {Client.Name}, --public-url, and {Viewer.Name} or {Operator.Name}");
        return new()
        {
            Issuer = issuer,
            ClientId = client,
            ClientSecret = variables.Find(ClientSecret) is { Length: > 0 } secret ? new Secret(secret) : null,
            Scopes = parsed.GetValue(Scope) ?? [],
            Rules = rules,
            RedirectUri = new Uri($"{page.AbsoluteUri.TrimEnd('/')}/signin-oidc"),
        };
    }

    private static IEnumerable<RoleRule> Rules(ParseResult parsed, Option<string[]> option, AccessRole role) => (parsed.GetValue(option) ?? []).Select(text =>
    {
        try
        {
            return RoleRule.Parse(role, text);
        }
        catch (FormatException wrong)
        {
            throw new UsageException($"{option.Name} {text}: {wrong.Message}");
        }
    });
}
