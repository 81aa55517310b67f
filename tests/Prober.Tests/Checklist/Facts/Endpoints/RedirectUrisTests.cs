using NUnit.Framework;
using Prober.Checklist.Facts.Endpoints;

namespace Prober.Tests.Checklist.Facts.Endpoints;

public sealed class RedirectUrisTests
{
    [TestCase("https://a.example/cb", "https://a.example/cb", "same")]
    [TestCase("https://a.example/cb", "https://A.example:443/cb", "same")]
    [TestCase("https://a.example/cb", "https://a.example/cb/", "trailing-slash")]
    [TestCase("https://a.example", "https://a.example/", "trailing-slash")]
    [TestCase("http://a.example/cb", "https://a.example/cb", "scheme")]
    [TestCase("https://a.example/cb", "https://a.example:8443/cb", "port")]
    [TestCase("http://localhost:3000/cb", "http://127.0.0.1:3000/cb", "localhost-or-loopback")]
    [TestCase("https://a.example/Cb", "https://a.example/cb", "path-case")]
    [TestCase("https://a.example/cb?x=1", "https://a.example/cb", "query")]
    public void The_difference_is_named(string sent, string registered, string difference) =>
        Assert.That(RedirectUris.Difference(sent, registered), Is.EqualTo(difference));

    [Test]
    public void The_nearest_registered_address_is_compared() =>
        Assert.That(RedirectUris.Nearest("https://a.example/cb", ["https://b.example/x", "https://a.example/cb/"]),
            Is.EqualTo(("https://a.example/cb/", "trailing-slash")));
}
