using NUnit.Framework;
using Prober.Checklist.Facts.Cookies;
using static Prober.Tests.Checklist.EvidenceStep;

namespace Prober.Tests.Checklist.Facts.Cookies;

public sealed class CookieTimelineTests
{
    [TestCase("https://a.example/", "c={0}; secure; samesite=none", null)]
    [TestCase("http://a.example/", "c={0}; secure", "secure-over-http")]
    [TestCase("http://a.localhost/", "c={0}; secure", null)]
    [TestCase("http://127.0.0.1:5000/", "c={0}; secure", null)]
    [TestCase("https://a.example/", "c={0}; SameSite=None", "samesite-none-without-secure")]
    [TestCase("https://a.example/", "__Host-c={0}; secure; path=/app", "prefix-rules")]
    [TestCase("https://a.example/", "__Host-c={0}; secure; path=/", null)]
    [TestCase("https://a.example/", "__Secure-c={0}", "prefix-rules")]
    [TestCase("https://login.a.example/", "c={0}; domain=.a.example", null)]
    [TestCase("https://a.example/", "c={0}; domain=login.a.example", "domain-mismatch")]
    [TestCase("https://shop.co.uk/", "c={0}; domain=co.uk", "public-suffix")]
    [TestCase("https://a.azurewebsites.net/", "c={0}; domain=azurewebsites.net", "public-suffix")]
    public void Browsers_refuse_what_breaks_the_rules(string url, string cookie, string? reason)
    {
        var offer = Offers(url, string.Format(null, cookie, Fp("v"))).Single(offer => offer.Entry.Request.Url == url);

        Assert.That(offer.RefusedBecause, Is.EqualTo(reason));
    }

    [Test]
    public void A_cookie_that_comes_back_is_found_with_its_request()
    {
        var builder = EvidenceBuilder.Live();
        var offer = builder.Read().Facts.Cookies.First(offer => offer.Name == "auth0");

        Assert.That((offer.FirstSent!.Index, offer.FirstMissing), Is.EqualTo((builder.IndexOf("resume"), (object?)null)));
    }

    [Test]
    public void A_cookie_that_should_have_come_back_is_missed()
    {
        var builder = EvidenceBuilder.Har().Change("portal-home", step => step.WithoutCookies());
        var offer = builder.Read().Facts.Cookies.First(offer => offer.Name == "portal.session");

        Assert.That((offer.FirstSent, offer.FirstMissing!.Index), Is.EqualTo(((object?)null, builder.IndexOf("portal-home"))));
    }

    [TestCase("/admin", "lax")]
    [TestCase("/", "strict")]
    public void A_cookie_of_another_path_or_too_strict_for_the_request_is_not_missed(string path, string sameSite)
    {
        var builder = EvidenceBuilder.Har().Change("portal-home", step => step.WithoutCookies())
            .Change("callback", step => step.WithoutCookies().Sends("x=" + Fp("x"))
                .Sets($"portal.session={Fp("s")}; path={path}; secure; samesite={sameSite}"));

        Assert.That(builder.Read().Facts.Cookies.First(offer => offer.Name == "portal.session").FirstMissing, Is.Null);
    }

    [Test]
    public void A_fingerprint_keeps_the_size_of_its_value() =>
        Assert.That(Offers("https://a.example/", $"c={FpOf(new string('x', 4200))}").First(offer => offer.Name == "c"), Has.Property("Size")
            .EqualTo(4201).And.Property("RefusedBecause").EqualTo("too-large"));

    private static IReadOnlyList<CookieOffer> Offers(string url, string cookie) =>
        EvidenceBuilder.Har().InsertAfter("portal-home", new EvidenceStep("offer", "GET", url, 200) { Body = "x" }.Sets(cookie))
            .Read().Facts.Cookies;
}
