using System.Xml;
using Prober.Evidence.Expected;
using Prober.Evidence.Har;
using Prober.Evidence.Saml.Reading;
using Prober.Evidence.Saml.Signatures;

namespace Prober.Evidence.Saml;

/// <summary>
/// Finds every SAML and WS-Federation message in the traffic, decodes it, and asks it, while it is raw, what a redacted one cannot answer:
/// whether signatures hold and values match. No message, however broken, ends in an exception.
/// </summary>
public static class SamlHarvest
{
    private static readonly Expectations NothingExpected = new();

    /// <summary>In the order in which the browser sent them.</summary>
    public static IReadOnlyList<SamlMessage> From(HarLog? traffic, Expectations expectations, SamlTrust? trust = null)
    {
        ArgumentNullException.ThrowIfNull(expectations);
        return [.. (traffic?.Entries ?? []).SelectMany(SamlCarrier.Of).Select(carrier => Read(carrier, expectations, trust ?? SamlTrust.None)).Select(message => ToldSignatures.Of(message, traffic!.SignatureNotes))];
    }

    /// <summary>The messages of one exchange, read without trust in anybody: what they say, not whether it is so.</summary>
    public static IReadOnlyList<SamlMessage> Of(HarEntry entry) => [.. SamlCarrier.Of(entry).Select(carrier => Read(carrier, NothingExpected, SamlTrust.None))];

    /// <summary>One message without its traffic: what a person pastes.</summary>
    public static SamlMessage Read(SamlCarrier carrier, Expectations expectations, SamlTrust trust)
    {
        ArgumentNullException.ThrowIfNull(carrier);
        ArgumentNullException.ThrowIfNull(trust);
        if (carrier.IsMasked) return carrier.Empty with { IsMasked = true, DecodeError = "the recording has it redacted" };
        var text = carrier.Text;
        var empty = carrier.Empty with { HasStrayWhiteSpace = text.WasMended, DecodeError = text.Error };
        if (text.Xml is null) return empty;
        var (root, error) = SamlXml.Parse(text.Xml);
        if (root is null) return empty with { DecodeError = error };
        var message = MessageReader.Read(root, empty);
        return message.DecodeError is not null ? message : WithAssertions(message, root, expectations, trust) with
        {
            Signature = carrier.Query is { } query ? RedirectSignatureVerifier.Verify(query, carrier.ParameterName, trust.Of(message.Issuer))
                : message.Kind == SamlMessageKind.SecurityTokenResponse ? SamlSignature.None : XmlSignatureVerifier.Verify(root, trust.Of(message.Issuer)),
        };
    }

    private static SamlMessage WithAssertions(SamlMessage message, XmlElement root, Expectations expectations, SamlTrust trust)
    {
        var opened = MessageReader.EncryptedAssertionsOf(root)
            .Select(encrypted => (encrypted, plain: trust.Keys.Select(key => AssertionDecryption.Open(encrypted, key)).FirstOrDefault(plain => plain is not null))).ToList();
        return message with
        {
            Assertions =
            [
                .. MessageReader.AssertionsOf(root).Select(assertion => Read(assertion, expectations, trust)),
                .. opened.Where(pair => pair.plain is not null).Select(pair => Read(pair.plain!, expectations, trust) with { WasEncrypted = true }),
            ],
            EncryptedWith = [.. opened.Where(pair => pair.plain is null).Select(pair => AssertionDecryption.AlgorithmOf(pair.encrypted))],
        };
    }

    private static SamlAssertion Read(XmlElement element, Expectations expectations, SamlTrust trust)
    {
        var assertion = AssertionReader.Read(element);
        return assertion with
        {
            Signature = XmlSignatureVerifier.Verify(element, trust.Of(assertion.Issuer)),
            AttributeMatches = AttributePatterns.Match(assertion, expectations),
        };
    }
}
