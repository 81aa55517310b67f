using NUnit.Framework;
using Prober.Monitoring;

namespace Prober.Tests.Monitor;

public sealed class ListenAddressTests
{
    [TestCase("127.0.0.1:9469", "http://127.0.0.1:9469/")]
    [TestCase("localhost:80", "http://127.0.0.1/")]
    [TestCase("[::1]:9469", "http://[::1]:9469/")]
    public void This_machine_alone_may_reach_it(string text, string expected) => Assert.That(ListenAddress.Parse(text, hasLogin: false).AbsoluteUri, Is.EqualTo(expected));

    [Test]
    public void With_a_login_others_may_reach_it() => Assert.That(ListenAddress.Parse("0.0.0.0:9469", hasLogin: true).AbsoluteUri, Is.EqualTo("http://0.0.0.0:9469/"));

    [TestCase("0.0.0.0:9469", "--listen 0.0.0.0:9469: others could reach the page there and it has no login; give it one with --token-file or --oidc-issuer, or listen on a loopback address such as 127.0.0.1")]
    [TestCase("example.com:80", "--listen example.com:80: expected an address and a port such as 127.0.0.1:9469")]
    [TestCase("127.0.0.1", "--listen 127.0.0.1: expected an address and a port such as 127.0.0.1:9469")]
    public void Anything_else_is_refused(string text, string message) =>
        Assert.That(() => ListenAddress.Parse(text, hasLogin: false), Throws.TypeOf<UsageException>().With.Message.EqualTo(message));
}
