using System.Text;
using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence.Har;
using Prober.Evidence.Saml;
using Prober.Evidence.Saml.Metadata;
using Prober.Evidence.Saml.Signatures;
using Prober.Evidence.Tokens;
using Prober.Tests.Checklist;
using Prober.Tests.Evidence.Saml;

namespace Prober.Tests.Evidence;

/// <summary>
/// What strangers send may be anything. Good input is broken in thousands of small ways, the same ones at every run; a decoder may refuse it in
/// its own words and must not throw, hang or grow.
/// </summary>
public sealed class BrokenInputTests
{
    private const int Rounds = 400;

    private static readonly SamlTrust Trusted = new(new TrustedCertificates([SignedResponse.Certificate]), []);
    private static readonly string Response = new SignedResponse { SignResponse = true }.Xml();
    private static readonly string Jwt = TestTokens.Jwt("""{"iss":"https://idp.example/","aud":["a","b"],"exp":1750000000,"nested":{"groups":["x"]}}""");

    [Test]
    public void SAML_messages()
    {
        foreach (var xml in Mutations.Of(Response, Rounds))
            AssertIsRead(Convert.ToBase64String(Encoding.UTF8.GetBytes(xml)));
        foreach (var value in Mutations.Of(Convert.ToBase64String(Encoding.UTF8.GetBytes(Response)), Rounds))
            AssertIsRead(value);
        foreach (var value in Mutations.Of(Uri.UnescapeDataString(SamlFlow.Deflated(Response)), Rounds))
            AssertIsRead(value);
    }

    [Test]
    public void Security_tokens_and_metadata()
    {
        foreach (var xml in Mutations.Of(new WsFederationFlow().Token(), Rounds))
        {
            Assert.That(() => SamlHarvest.From(TestHar.Log(TestHar.Entry("https://portal.example/", form: "wresult=" + Uri.EscapeDataString(xml))), new(), Trusted), Throws.Nothing, xml);
            Assert.That(() => SamlMetadataReader.Read(xml), Throws.Nothing, xml);
        }
    }

    [Test]
    public void Encrypted_assertions()
    {
        using var key = System.Security.Cryptography.RSA.Create(2048);
        var trust = Trusted with { Keys = [key] };
        foreach (var xml in Mutations.Of(EncryptedAssertion.In(new SignedResponse().Xml(), key, "aes128-cbc"), 60))
            Assert.That(() => SamlHarvest.Read(SamlCarrier.OfText(xml, TestHar.Start), new(), trust), Throws.Nothing, xml);
    }

    [Test]
    public void Redirect_signatures()
    {
        const string Url = "https://idp.example/sso?SAMLRequest=fZFBT&RelayState=a%20b&SigAlg=http%3A%2F%2Fwww.w3.org%2F2001%2F04%2Fxmldsig-more%23rsa-sha256&Signature=q83v";
        foreach (var url in Mutations.Of(Url, Rounds))
            Assert.That(() => SamlHarvest.From(TestHar.Log(TestHar.Entry(url)), new(), Trusted), Throws.Nothing, url);
    }

    [Test]
    public void JWTs()
    {
        foreach (var token in Mutations.Of(Jwt, Rounds))
        {
            var parts = JwtParts.Decode(token);
            Assert.That(parts.Error is not null || parts.IsEncrypted || (parts.Header is not null && parts.Claims is not null), token);
        }
    }

    [Test]
    public void Cookies()
    {
        foreach (var header in Mutations.Of("__Host-sid=abc%20def; Path=/; Secure; HttpOnly; SameSite=None; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Max-Age=3600", Rounds))
            Assert.That(() => (SetCookie.Parse(header), CookieHeader.Of(TestHar.Entry("https://a.example/", request: [new("cookie", header)]).Request)), Throws.Nothing, header);
    }

    [Test]
    public void HAR_files()
    {
        var file = new MemoryStream();
        HarWriter.Write(new SamlFlow().Build().Traffic.Value!, file);
        foreach (var text in Mutations.Of(Encoding.UTF8.GetString(file.ToArray()), 120))
        {
            try
            {
                HarReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), new());
            }
            catch (HarFormatException refused)
            {
                Assert.That(refused.Message, Is.Not.Empty);
            }
        }
    }

    [Test]
    public void Broken_messages_in_a_login_end_in_findings()
    {
        foreach (var value in Mutations.Of(new SignedResponse().Base64(), 25))
        {
            var report = new SamlFlow { Value = value }.Judge();
            Assert.That(report.Checks.Where(check => check.Verdict == Verdict.Error).Select(check => $"{check.Id}: {check.Summary}"), Is.Empty, value);
        }
    }

    private static void AssertIsRead(string value)
    {
        SamlMessage? message = null;
        Assert.That(() => message = SamlHarvest.Read(SamlCarrier.OfText(value, TestHar.Start), new(), Trusted), Throws.Nothing, value);
        Assert.That(message!.DecodeError is not null || message.Kind != SamlMessageKind.Unknown, value);
    }
}
