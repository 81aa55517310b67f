using System.IO.Compression;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using NUnit.Framework;
using Prober.Evidence.Expected;
using Prober.Evidence.Har;
using Prober.Evidence.Saml;
using Prober.Evidence.Saml.Signatures;
using Prober.Tests.Checklist;

namespace Prober.Tests.Evidence.Saml;

/// <summary>Messages in every wrapping that browsers carry.</summary>
public sealed class SamlHarvestTests
{
    private const string Request = """<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_r1" Version="2.0" ForceAuthn="true" AssertionConsumerServiceURL="https://portal.example/acs"><Issuer xmlns="urn:oasis:names:tc:SAML:2.0:assertion">urn:portal</Issuer></samlp:AuthnRequest>""";

    private static readonly SamlTrust Trusted = new(new TrustedCertificates([SignedResponse.Certificate]), []);

    [TestCase("raw")]
    [TestCase("zlib")]
    [TestCase("plain")]
    public void A_request_in_the_address_is_read_however_it_was_compressed(string compression)
    {
        var message = One(TestHar.Entry($"https://idp.example/sso?SAMLRequest={Uri.EscapeDataString(Convert.ToBase64String(Compressed(compression)))}&RelayState=r"));

        Assert.That((message.Kind, message.Binding, message.Id, message.Issuer), Is.EqualTo((SamlMessageKind.AuthnRequest, SamlBinding.Redirect, "_r1", "urn:portal")));
        Assert.That((message.Request!.ForceAuthn, message.Request.AssertionConsumerServiceUrl), Is.EqualTo((true, "https://portal.example/acs")));
    }

    [Test]
    public void A_response_is_read_whole()
    {
        var message = Posted(new SignedResponse());

        var assertion = message.Assertions.Single();
        Assert.Multiple(() =>
        {
            Assert.That((message.Kind, message.InResponseTo, message.Destination, message.Status!.Code), Is.EqualTo((SamlMessageKind.Response, SignedResponse.RequestId, SignedResponse.Consumer, "Success")));
            Assert.That((assertion.NameId, assertion.NameIdIsEmail, assertion.HasSessionIndex), Is.EqualTo(("alice@example.com", true, true)));
            Assert.That(assertion.Audiences, Is.EqualTo(new[] { SignedResponse.Service }));
            Assert.That(assertion.Confirmations.Single().Recipient, Is.EqualTo(SignedResponse.Consumer));
            Assert.That(assertion.Attributes.Select(attribute => (attribute.Name, attribute.Values.Single())), Is.EqualTo(new[] { ("email", "alice@example.com"), ("groups", "editors") }));
            Assert.That(assertion.AttributeMatches["email"], Is.True);
        });
    }

    [Test]
    public void A_security_token_of_SAML_1_1_is_read_and_verified()
    {
        var message = One(TestHar.Entry("https://portal.example/signin-wsfed", form: $"wa=wsignin1.0&wresult={Uri.EscapeDataString(new WsFederationFlow().Token())}&wctx=c"));

        var assertion = message.Assertions.Single();
        Assert.That((message.Kind, assertion.Version, assertion.Id, assertion.Signature.Verdict), Is.EqualTo((SamlMessageKind.SecurityTokenResponse, "1.1", "_token1", SamlSignatureVerdict.Valid)));
        Assert.That(assertion.Attributes.Single().Name, Is.EqualTo("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress"));
    }

    [Test]
    public void What_Auth0s_own_login_form_posts_as_wresult_is_no_message() =>
        Assert.That(SamlHarvest.From(TestHar.Log(TestHar.Entry("https://idp.example/login/callback", form: $"wa=wsignin1.0&wresult={TestTokens.Jwt("{\"user_id\":\"1\"}")}&wctx=c")), new()), Is.Empty);

    [TestCase(false, SamlSignatureVerdict.Valid)]
    [TestCase(true, SamlSignatureVerdict.Invalid)]
    public void The_signature_of_an_address_is_over_its_text(bool changed, SamlSignatureVerdict expected)
    {
        using var key = SignedResponse.Certificate.GetRSAPrivateKey()!;
        // Lower-case escapes are the sender's spelling: the signature is over them, not over what decoding and encoding again would give.
        var signed = $"SAMLRequest={Uri.EscapeDataString(Convert.ToBase64String(Compressed("raw"))).Replace("%2B", "%2b", StringComparison.Ordinal).Replace("%2F", "%2f", StringComparison.Ordinal)}&RelayState=a%20b&SigAlg=http%3A%2F%2Fwww.w3.org%2F2001%2F04%2Fxmldsig-more%23rsa-sha256";
        var signature = Uri.EscapeDataString(Convert.ToBase64String(key.SignData(Encoding.UTF8.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)));

        var message = One(TestHar.Entry($"https://idp.example/sso?{(changed ? signed.Replace("a%20b", "a%20c", StringComparison.Ordinal) : signed)}&Signature={signature}"));

        Assert.That(message.Signature.Verdict, Is.EqualTo(expected));
    }

    [TestCase("aes256-gcm")]
    [TestCase("aes128-cbc")]
    [TestCase("tripledes-cbc")]
    public void An_encrypted_assertion_opens_with_its_key_alone(string algorithm)
    {
        using var key = RSA.Create(2048);
        using var other = RSA.Create(2048);
        var response = new SignedResponse { Tamper = xml => EncryptedAssertion.In(xml, key, algorithm) };

        var opened = Posted(response, Trusted with { Keys = [key] });
        var closed = Posted(response, Trusted with { Keys = [other] });

        Assert.Multiple(() =>
        {
            Assert.That((opened.Assertions.Single().NameId, opened.Assertions[0].WasEncrypted, opened.Assertions[0].Signature.Verdict), Is.EqualTo(("alice@example.com", true, SamlSignatureVerdict.Valid)));
            Assert.That((closed.Assertions.Count, closed.EncryptedWith.Single()), Is.EqualTo((0, algorithm)));
        });
    }

    [TestCase("<a", "well-formed")]
    [TestCase("<!DOCTYPE r [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><r>&e;</r>", "document type")]
    [TestCase("<html/>", "no message")]
    public void What_is_no_message_is_told_why(string xml, string why) =>
        Assert.That(One(TestHar.Entry("https://portal.example/acs", form: "SAMLResponse=" + Uri.EscapeDataString(Convert.ToBase64String(Encoding.UTF8.GetBytes(xml))))).DecodeError, Does.Contain(why));

    [Test]
    public void Depth_and_size_are_bounded()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 2000)) + string.Concat(Enumerable.Repeat("</a>", 2000));
        var bomb = new MemoryStream();
        using (var deflate = new DeflateStream(bomb, CompressionLevel.Optimal, leaveOpen: true)) deflate.Write(Encoding.UTF8.GetBytes("<a>" + new string('x', 8 << 20) + "</a>"));

        Assert.That(Read(Convert.ToBase64String(Encoding.UTF8.GetBytes(deep))).DecodeError, Does.Contain("deeper"));
        Assert.That(Read(Convert.ToBase64String(bomb.ToArray())).DecodeError, Is.Not.Null);
    }

    private static SamlMessage Read(string value) => SamlHarvest.Read(SamlCarrier.OfText(value, TestHar.Start), new(), SamlTrust.None);

    private static byte[] Compressed(string how)
    {
        var bytes = Encoding.UTF8.GetBytes(Request);
        if (how == "plain") return bytes;
        var output = new MemoryStream();
        using (Stream stream = how == "raw" ? new DeflateStream(output, CompressionLevel.Optimal) : new ZLibStream(output, CompressionLevel.Optimal)) stream.Write(bytes);
        return output.ToArray();
    }

    private static SamlMessage Posted(SignedResponse response, SamlTrust? trust = null) =>
        One(TestHar.Entry(SignedResponse.Consumer, form: "SAMLResponse=" + Uri.EscapeDataString(response.Base64())), trust);

    private static SamlMessage One(HarEntry entry, SamlTrust? trust = null) =>
        SamlHarvest.From(TestHar.Log(entry), new Expectations { RequiredAttributes = new Dictionary<string, string?> { ["email"] = ".+@example.com" } }, trust ?? Trusted).Single();
}
