using System.Xml;

namespace Prober.Evidence.Saml.Reading;

/// <summary>Reads a parsed message into a record; knows neither where it travelled nor whom it may be believed.</summary>
internal static class MessageReader
{
    public static SamlMessage Read(XmlElement root, SamlMessage empty)
    {
        var kind = KindOf(root);
        if (kind == SamlMessageKind.Unknown)
            return empty with { DecodeError = $"its outermost element, {root.LocalName}, is no message of SAML or WS-Federation" };
        var message = empty with { Kind = kind, DuplicateIds = DuplicateIds(root) };
        return kind == SamlMessageKind.SecurityTokenResponse ? message : message with
        {
            Id = root.Attribute("ID"),
            Version = root.Attribute("Version"),
            IssueInstant = root.Instant("IssueInstant"),
            Destination = root.Attribute("Destination"),
            InResponseTo = root.Attribute("InResponseTo"),
            Issuer = root.Child("Issuer").Text(),
            Status = StatusOf(root.Child("Status")),
            Logout = kind == SamlMessageKind.LogoutRequest ? LogoutOf(root) : null,
            Request = kind == SamlMessageKind.AuthnRequest ? RequestOf(root) : null,
        };
    }

    /// <summary>The assertions to be read: those a response holds as children, or a security token response in its token.</summary>
    public static IEnumerable<XmlElement> AssertionsOf(XmlElement root) => HoldersOf(root).SelectMany(holder => holder.Children("Assertion"));

    public static IEnumerable<XmlElement> EncryptedAssertionsOf(XmlElement root) => HoldersOf(root)
        .SelectMany(holder => holder.Children("EncryptedAssertion").Concat(holder == root ? [] : holder.Children("EncryptedData").Select(_ => holder)));

    private static IEnumerable<XmlElement> HoldersOf(XmlElement root) => KindOf(root) switch
    {
        SamlMessageKind.Response => [root],
        SamlMessageKind.SecurityTokenResponse => (root.LocalName == "RequestSecurityTokenResponseCollection" ? root.Children("RequestSecurityTokenResponse") : [root])
            .Select(response => response.Child("RequestedSecurityToken")).OfType<XmlElement>(),
        _ => [],
    };

    private static SamlMessageKind KindOf(XmlElement root) => root.LocalName switch
    {
        "AuthnRequest" => SamlMessageKind.AuthnRequest,
        "Response" => SamlMessageKind.Response,
        "LogoutRequest" => SamlMessageKind.LogoutRequest,
        "LogoutResponse" => SamlMessageKind.LogoutResponse,
        "RequestSecurityTokenResponse" or "RequestSecurityTokenResponseCollection" => SamlMessageKind.SecurityTokenResponse,
        _ => SamlMessageKind.Unknown,
    };

    private static SamlStatus? StatusOf(XmlElement? status) => status is null ? null : new(
        status.Child("StatusCode").Attribute("Value").LastPart(),
        status.Child("StatusCode").Child("StatusCode").Attribute("Value").LastPart(),
        status.Child("StatusMessage").Text());

    private static SamlAuthnRequest RequestOf(XmlElement root) => new()
    {
        AssertionConsumerServiceUrl = root.Attribute("AssertionConsumerServiceURL"),
        ProtocolBinding = root.Attribute("ProtocolBinding").LastPart(),
        ForceAuthn = root.Flag("ForceAuthn"),
        IsPassive = root.Flag("IsPassive"),
        NameIdFormat = root.Child("NameIDPolicy").Attribute("Format"),
        RequestedContexts = [.. root.Child("RequestedAuthnContext").Children("AuthnContextClassRef").Select(context => context.Text()).OfType<string>()],
    };

    private static SamlLogoutSubject LogoutOf(XmlElement root) => new()
    {
        NameId = root.Child("NameID").Text(),
        NameIdFormat = root.Child("NameID").Attribute("Format"),
        SessionIndexes = [.. root.Children("SessionIndex").Select(index => index.Text()).OfType<string>()],
    };

    private static IReadOnlyList<string> DuplicateIds(XmlElement root) =>
        [.. root.SelectNodes("descendant-or-self::*/@ID | descendant-or-self::*/@AssertionID")!.Cast<XmlAttribute>().GroupBy(id => id.Value).Where(group => group.Count() > 1).Select(group => group.Key)];
}
