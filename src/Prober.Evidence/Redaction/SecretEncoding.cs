namespace Prober.Evidence.Redaction;

/// <summary>In which disguise a secret was found.</summary>
public enum SecretEncoding
{
    Plain,

    /// <summary>With plus signs for spaces, as forms write it.</summary>
    Form,

    /// <summary>Base64 or base64url, at any offset.</summary>
    Base64,

    /// <summary>Percent-encoded, or with HTML or JSON escapes.</summary>
    Escaped,

    /// <summary>The same twice or deeper.</summary>
    EscapedTwice,
}
