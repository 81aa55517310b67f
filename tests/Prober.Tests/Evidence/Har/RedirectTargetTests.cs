using NUnit.Framework;
using Prober.Evidence.Har;

namespace Prober.Tests.Evidence.Har;

public sealed class RedirectTargetTests
{
    [TestCase("https://b.example/cb?x=%7e#t=1", "https://b.example/cb?x=%7e#t=1")]
    [TestCase("//b.example/cb", "https://b.example/cb")]
    [TestCase("/cb?a=1", "https://a.example:8443/cb?a=1")]
    [TestCase("next", "https://a.example:8443/p/next")]
    [TestCase("?y=2", "https://a.example:8443/p/q?y=2")]
    [TestCase("com.app://cb?code=1", "com.app://cb?code=1")]
    public void A_location_is_resolved_against_the_request(string location, string expected) =>
        Assert.That(RedirectTarget.Of(Entry("https://a.example:8443/p/q?x=1", 302, location)), Is.EqualTo(expected));

    [Test]
    public void A_fragment_is_inherited_and_a_location_of_a_page_is_no_redirect()
    {
        Assert.That(RedirectTarget.Of(Entry("https://a.example/#top", 302, "/b")), Is.EqualTo("https://a.example/b#top"));
        Assert.That(RedirectTarget.Of(Entry("https://a.example/", 200, "/b")), Is.Null);
        Assert.That(RedirectTarget.Of(Entry("https://a.example/", 200, null)), Is.Null);
    }

    private static HarEntry Entry(string url, int status, string? location) => new()
    {
        Index = 0,
        StartedAt = default,
        Request = new() { Method = "GET", Url = url, Headers = HarHeaders.None },
        Response = new() { Status = status, Headers = new(location is null ? [] : [new("location", location)]) },
    };
}
