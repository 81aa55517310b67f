using NUnit.Framework;
using Prober.Monitor.Web.Access;
using Prober.Scenarios;

namespace Prober.Tests.Monitor.Web.Access;

public sealed class LoginKeyCipherTests
{
    private static readonly AccessToken Viewer = new(AccessRole.Viewer, "viewer-token-0123456789"), Operator = new(AccessRole.Operator, "operator-token-0123456789");

    private static readonly ProviderAccess Provider = new()
    {
        Issuer = new Uri("https://login.example.com/"),
        ClientId = "prober",
        ClientSecret = new Secret("a-client-secret"),
        Rules = [RoleRule.Parse(AccessRole.Viewer, "*"), RoleRule.Parse(AccessRole.Operator, "groups=operators")],
        RedirectUri = new Uri("https://prober.example.com/signin-oidc"),
    };

    [Test]
    public void Nodes_that_were_told_the_same_read_each_others_keys_whatever_the_order()
    {
        Assert.That(Read(new() { Tokens = [Viewer, Operator] }, new() { Tokens = [Operator, Viewer] }), Is.EqualTo("the key"));
        Assert.That(Read(new() { Provider = Provider }, new() { Provider = Provider with { Rules = [Provider.Rules[1], Provider.Rules[0]] } }), Is.EqualTo("the key"));
    }

    [Test]
    public void Another_secret_or_other_rules_do_not()
    {
        Assert.That(Read(new() { Tokens = [Viewer, Operator] }, new() { Tokens = [Viewer] }), Is.Null, "a token was taken away");
        Assert.That(Read(new() { Tokens = [Viewer] }, new() { Tokens = [new(AccessRole.Operator, "viewer-token-0123456789")] }), Is.Null, "its role changed");
        Assert.That(Read(new() { Provider = Provider }, new() { Provider = Provider with { ClientSecret = new Secret("another-secret") } }), Is.Null);
        Assert.That(Read(new() { Provider = Provider }, new() { Provider = Provider with { Rules = [Provider.Rules[0]] } }), Is.Null);
        Assert.That(Read(new() { Provider = Provider }, new() { Provider = Provider, Tokens = [Viewer] }), Is.Null);
    }

    [Test]
    public void What_was_changed_or_put_elsewhere_is_none()
    {
        var cipher = LoginKeyCipher.Of(new() { Tokens = [Operator] })!;
        var text = cipher.Encrypt("the key", "key-1");
        Assert.That(text, Is.Not.EqualTo(cipher.Encrypt("the key", "key-1")), "never twice the same");
        Assert.That(cipher.Decrypt(text, "key-2"), Is.Null);
        Assert.That(cipher.Decrypt((text[0] == 'A' ? 'B' : 'A') + text[1..], "key-1"), Is.Null);
        Assert.That(cipher.Decrypt("<key/>", "key-1"), Is.Null);
        Assert.That(cipher.Decrypt("AAAA", "key-1"), Is.Null);
    }

    [Test]
    public void Without_a_secret_there_is_none()
    {
        Assert.That(LoginKeyCipher.Of(new()), Is.Null);
        Assert.That(LoginKeyCipher.Of(new() { Provider = Provider with { ClientSecret = null } }), Is.Null);
    }

    private static string? Read(AccessOptions written, AccessOptions read) => LoginKeyCipher.Of(read)!.Decrypt(LoginKeyCipher.Of(written)!.Encrypt("the key", "key-1"), "key-1");
}
