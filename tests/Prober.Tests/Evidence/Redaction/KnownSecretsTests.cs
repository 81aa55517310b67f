using NUnit.Framework;
using Prober.Evidence;
using Prober.Evidence.Redaction;

namespace Prober.Tests.Evidence.Redaction;

public sealed class KnownSecretsTests
{
    [TestCase(null)]
    [TestCase("")]
    [TestCase("   ")]
    [TestCase("a")]
    [TestCase("123")]
    [TestCase("***")]
    [TestCase("fp_0123456789ab_12")]
    public void What_would_be_found_everywhere_is_not_taken(string? value)
    {
        var secrets = new KnownSecrets();

        Assert.That(secrets.Add(value, SecretKind.Password), Is.False);
        Assert.That(secrets.Searched, Is.Empty);
        Assert.That(new Redactor().Redact("a 123 and nothing", secrets), Is.EqualTo("a 123 and nothing"));
    }

    [Test]
    public void A_secret_does_not_print_itself()
    {
        var secrets = new KnownSecrets();
        secrets.Add("hunter22", SecretKind.Password);

        Assert.That($"{secrets.Searched[0]}", Is.EqualTo("Password ***"));
    }

    [Test]
    public void Common_values_seen_in_secret_places_do_not_destroy_the_evidence()
    {
        var entry = TestHar.Entry(
            "https://portal.example/p?client_id=portal-client-2024&state=/portal", body: "accepted dark-theme portal-client-2024 https://portal.example/start en-US 2024 true",
            request: [new("cookie", "consent=accepted; theme=dark-theme; cid=portal-client-2024; back=https://portal.example/start; lang=en-US; ok=true; y=2024; user=probe")]);
        var secrets = new KnownSecrets();
        secrets.Add("portal", SecretKind.Personal);

        var redacted = new Redactor().Redact(RichBundle.Create() with { Traffic = Captured.Of(TestHar.Log(entry)) }, secrets);

        var result = redacted.Traffic.Value!.Entries[0];
        Assert.That(result.Response.Body, Is.EqualTo(entry.Response.Body));
        Assert.That(result.Request.Url, Does.StartWith("https://portal.example/p?client_id=portal-client-2024&state=fp_"));
        Assert.That(result.Request.Headers["cookie"], Does.Match("^consent=fp_[0-9a-f]{12}_8; theme=fp_").And.Not.Contain("accepted"));
        Assert.That(redacted.Expectations.Applications[0].Url, Is.EqualTo("https://portal.example/"));
    }

    [TestCase("invalid_user_password", false)]
    [TestCase("urn:ietf:params:oauth:grant", false)]
    [TestCase("accepted", false)]
    [TestCase("12345678", false)]
    [TestCase("https://a.example/x?y=1", false)]
    [TestCase("x7Qp_a91", true)]
    [TestCase("5f7c8ec7c33c6c004bbafe82", true)]
    [TestCase("SplxlOBeZQQYbYS6WxSbIA", true)]
    [TestCase("f81d4fae-7dec-11d0-a765-00a0c91e6bf6", true)]
    public void In_free_text_random_values_are_told_from_words(string value, bool random) =>
        Assert.That(new Redactor().Redact($"state={value} end", new KnownSecrets()), random ? Does.Match("^state=fp_[0-9a-f]{12}_[0-9]+ end$") : Is.EqualTo($"state={value} end"));
}
