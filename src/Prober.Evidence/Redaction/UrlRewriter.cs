using System.Buffers;
using System.Text.RegularExpressions;
using Prober.Evidence.Har;
using Prober.Evidence.Tokens;

namespace Prober.Evidence.Redaction;

/// <summary>Masks values in URLs and form-encoded text by the names of their parameters; everything else keeps its bytes.</summary>
internal sealed partial class UrlRewriter(SecretMask mask, TextRewriter text, SamlRewriter saml)
{
    private static readonly SearchValues<char> Suspicious = SearchValues.Create("?#@=;.");

    public string Rewrite(string url)
    {
        if (!url.AsSpan().ContainsAny(Suspicious)) return url;
        var parts = UrlParts.Of(url);
        return (parts with
        {
            Path = text.Rewrite(parts.Path.Contains('@') ? Credentials().Replace(parts.Path, match => mask(SecretKind.Password, match.Value)) : parts.Path),
            Query = parts.Query is null ? null : Parameters(parts.Query),
            Fragment = parts.Fragment is null ? null : Parameters(parts.Fragment),
        }).ToString();
    }

    /// <summary>Rewrites <c>application/x-www-form-urlencoded</c> text.</summary>
    public string Parameters(string raw) => raw.Length == 0 ? raw : string.Join('&', Fields(raw).Select(part => Parameter(part, raw.Contains("SigAlg=", StringComparison.Ordinal))));

    // Of a text whose escapes a recorder undid, nobody can tell where the password ends: all that follows may be of it.
    private static string[] Fields(string raw)
    {
        var fields = raw.Split('&');
        var password = Array.FindIndex(fields, field => SensitiveNames.KindOf(UrlParameter.Parse(field).Name) is SecretKind.Password);
        return password < 0 || fields[password..].All(field => Escaped().IsMatch(field)) ? fields : [.. fields[..password], string.Join('&', fields[password..])];
    }

    private string Parameter(string part, bool isSigned)
    {
        var parameter = UrlParameter.Parse(part);
        // Of a query whose message is masked no signature can hold (saml-bindings-2.0-os 3.4.4.1).
        if (isSigned && parameter is { Name: "Signature", Value.Length: > 0 }) return mask(SecretKind.Assertion, parameter.Value) is var masked && masked != parameter.Value ? $"Signature={masked}" : part;
        if (parameter.Value.Length == 0) return text.Rewrite(part);
        if (SensitiveNames.KindOf(parameter.Name) is SecretKind.Password) return Password(part, parameter);
        var value = Value(parameter.Name, parameter.Value);
        return value == parameter.Value ? part : $"{parameter.RawName}={(Masks.IsMasked(value) ? value : Uri.EscapeDataString(value))}";
    }

    // Whether a plus in it is one or a space, the text does not tell: both are remembered.
    private string Password(string part, UrlParameter parameter)
    {
        if (parameter.RawValue!.Contains('+')) mask(SecretKind.Password, Uri.UnescapeDataString(parameter.RawValue));
        return mask(SecretKind.Password, parameter.Value) is var masked && masked != parameter.Value ? $"{parameter.RawName}={masked}" : part;
    }

    /// <summary>The decoded value of a parameter with this name, masked as far as it must be.</summary>
    public string Value(string name, string value)
    {
        if (SensitiveNames.IsSaml(name)) return saml.Message(value);
        if (name.Equals("wresult", StringComparison.OrdinalIgnoreCase)) return saml.Xml(value) ?? mask(SecretKind.Assertion, value);
        if (SensitiveNames.KindOf(name) is { } kind) return mask(kind, value);
        if (JwtParts.LooksLikeJwt(value)) return mask(SecretKind.Token, value);
        return value.AsSpan().ContainsAny("?#") || value.Contains("://", StringComparison.Ordinal) ? Rewrite(value) : text.Rewrite(value);
    }

    // Nothing but what form and percent encoders leave.
    [GeneratedRegex(@"^(?:[^=]*=(?:[A-Za-z0-9*\-._+!~'()]|%[0-9A-Fa-f]{2})*)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Escaped();

    [GeneratedRegex(@"(?<=^[a-zA-Z][a-zA-Z0-9+.\-]*://[^/@:]*:)[^/@]+(?=@)", RegexOptions.CultureInvariant)]
    private static partial Regex Credentials();
}
