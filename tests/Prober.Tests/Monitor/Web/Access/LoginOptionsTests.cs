using System.CommandLine;
using NUnit.Framework;
using Prober.Commands;
using Prober.Monitor.Web.Access;
using Prober.Scenarios;

namespace Prober.Tests.Monitor.Web.Access;

public sealed class LoginOptionsTests
{
    private static readonly Uri Page = new("https://prober.example.com/");

    [Test]
    public void Tokens_come_from_a_file_and_from_variables()
    {
        var file = Path.GetTempFileName();
        File.WriteAllLines(file, ["# who", "", "viewer a-token-for-viewers-0001", "operator   an-operators-token-0001"]);
        var access = Read(["--token-file", file], new() { ["PROBER_LOGIN_OPERATOR_TOKEN"] = "another-operators-token" });
        File.Delete(file);
        Assert.That(access.Tokens.Select(token => token.Role), Is.EqualTo(new[] { AccessRole.Viewer, AccessRole.Operator, AccessRole.Operator }));
        Assert.That((access.IsOpen, access.Tokens[1].Is("an-operators-token-0001"), access.Tokens[1].Is("a-token-for-viewers-0001")), Is.EqualTo((false, true, false)));
    }

    [TestCase("admin a-token-for-admins-00001")]
    [TestCase("viewer short")]
    [TestCase("operator a-token-with blanks-inside")]
    public void A_line_that_is_none_is_named_and_not_quoted(string line) => Assert.That(() => AccessToken.Read(["", line], "tokens"), Throws.TypeOf<FormatException>().With.Message.EqualTo(
        "tokens:2: expected viewer or operator, a blank, and a token of at least 20 characters without blanks"));

    [TestCase("--oidc-issuer: also needs --oidc-client, --public-url, and --oidc-viewer or --oidc-operator", "--oidc-issuer", "https://login.example.com/", "--oidc-client", "prober")]
    [TestCase("--oidc-issuer http://login.example.com/: expected an https address such as https://login.example.com/", "--oidc-issuer", "http://login.example.com/")]
    [TestCase("--oidc-client, --oidc-viewer, --oidc-operator: --oidc-issuer is missing", "--oidc-viewer", "*")]
    [TestCase("--oidc-operator groups: expected CLAIM=VALUE such as groups=operators, or * for everybody whom the provider lets in", "--oidc-operator", "groups")]
    [TestCase("--token-file not-there: cannot be read", "--token-file", "not-there")]
    public void What_is_missing_or_wrong_is_said(string message, params string[] arguments) =>
        Assert.That(() => Read(arguments, []), Throws.TypeOf<UsageException>().With.Message.EqualTo(message));

    [Test]
    public void A_token_in_a_variable_must_be_long_enough() => Assert.That(() => Read([], new() { ["PROBER_LOGIN_VIEWER_TOKEN"] = "short" }),
        Throws.TypeOf<UsageException>().With.Message.EqualTo("PROBER_LOGIN_VIEWER_TOKEN: expected a token of at least 20 characters"));

    [Test]
    public void The_providers_secret_does_not_print()
    {
        var access = Read(["--oidc-issuer", "https://login.example.com/", "--oidc-client", "prober", "--oidc-viewer", "*", "--oidc-operator", "groups=ops"], new() { ["PROBER_LOGIN_CLIENT_SECRET"] = "do-not-print-me" });
        Assert.That($"{access}", Does.Not.Contain("do-not-print-me"));
        Assert.That((access.Provider!.RedirectUri.AbsoluteUri, access.Provider.Rules.Count), Is.EqualTo(("https://prober.example.com/signin-oidc", 2)));
    }

    private static AccessOptions Read(string[] arguments, Dictionary<string, string> variables)
    {
        var command = new Command("serve");
        LoginOptions.AddTo(command);
        return LoginOptions.Read(command.Parse(arguments), ScenarioVariables.Of(variables), arguments.Length > 4 ? Page : null);
    }
}
