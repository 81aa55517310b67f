using System.Text.Json.Serialization;

namespace Prober.Evidence.Redaction;

/// <summary>What a sensitive value is: decides what stands in its place, and is all that a message may say of it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SecretKind>))]
public enum SecretKind
{
    Password,
    OneTimeCode,
    ClientSecret,
    Authorization,
    Cookie,
    Token,
    Code,
    State,
    Nonce,

    /// <summary>PKCE's code_verifier.</summary>
    Verifier,

    /// <summary>Session identifiers and handles of a flow.</summary>
    Session,
    AntiForgery,

    /// <summary>SAML or WS-Federation message that could not be taken apart, or its signature.</summary>
    Assertion,

    /// <summary>Subject identifier.</summary>
    Subject,

    /// <summary>Web storage and hidden form fields.</summary>
    Stored,

    /// <summary>E-mail address, user name, name: not secret, but nobody else's business.</summary>
    Personal,
}
