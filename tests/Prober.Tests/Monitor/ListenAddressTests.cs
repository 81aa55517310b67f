using NUnit.Framework;
using Prober.Monitoring;

namespace Prober.Tests.Monitor;

public sealed class ListenAddressTests
{
    [TestCase("127.0.0.1:9469", "http://127.0.0.1:9469/")]
    [TestCase("localhost:80", "http://127.0.0.1/")]
    [TestCase("[::1]:9469", "http://[::1]:9469/")]
    public void This_machine_alone_may_reach_it(string text, string expected) => Assert.That(ListenAddress.Parse(text).AbsoluteUri, Is.EqualTo(expected));

    [TestCase("0.0.0.0:9469", "--listen 0.0.0.0:9469: only a loopback address such as 127.0.0.1 is accepted, because the page has no login; put a proxy with one in front of it")]
    [TestCase("example.com:80", "--listen example.com:80: expected an address and a port such as 127.0.0.1:9469")]
    [TestCase("127.0.0.1", "--listen 127.0.0.1: expected an address and a port such as 127.0.0.1:9469")]
    public void Anything_else_is_refused(string text, string message) =>
        Assert.That(() => ListenAddress.Parse(text), Throws.TypeOf<UsageException>().With.Message.EqualTo(message));
}
