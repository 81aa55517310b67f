using NUnit.Framework;
using Prober.Evidence.Redaction;

namespace Prober.Tests.Evidence.Redaction;

public sealed class OpaquePathSegmentsTests
{
    [TestCase("http://idp.localhost:4000/interaction/3q7Zk0aXbY_1f2G3h4I5 asks for password", "http://idp.localhost:4000/interaction/… asks for password")]
    [TestCase("opened https://idp.example/auth/3q7Zk0aXbY_1f2G3h4I5/login", "opened https://idp.example/auth/…/login")]
    public void An_identifier_in_a_path_is_hidden(string text, string shown) => Assert.That(OpaquePathSegments.Hide(text), Is.EqualTo(shown));

    [TestCase("http://portal.localhost:43209/signin-oidc answered 500")]
    [TestCase("http://application20.long-name.example.org:8443/ answered 500")]
    [TestCase("https://tenant-4711.eu.example.com/u/login answered 400")]
    [TestCase("https://idp.example/.well-known/openid-configuration")]
    [TestCase("https://idp.example/realms/main/protocol/openid-connect/auth")]
    public void Hosts_and_words_stay(string text) => Assert.That(OpaquePathSegments.Hide(text), Is.EqualTo(text));
}
