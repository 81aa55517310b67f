using Prober.Evidence.Har;
using Prober.Evidence.Saml.Reading;

namespace Prober.Evidence.Saml;

/// <summary>A message in its wrapping, with what is known of its way.</summary>
public sealed class SamlCarrier
{
    private static readonly string[] Parameters = ["SAMLRequest", "SAMLResponse"];

    private readonly string _value;

    private SamlCarrier(string parameterName, string value, SamlMessage empty, QueryString? query = null) =>
        (ParameterName, _value, Empty, Query) = (parameterName, value, empty, query);

    internal string ParameterName { get; }

    /// <summary>The whole query where the message came in one, because its signature is over it.</summary>
    internal QueryString? Query { get; }

    internal SamlMessage Empty { get; }

    internal bool IsMasked => Redaction.Masks.IsMasked(_value);

    /// <summary>The message as it was written, out of its wrapping; null when it does not come out.</summary>
    public string? Xml => Text.Xml;

    // WS-Federation carries XML as it is (WS-Federation 1.2 section 13.2.2).
    internal SamlText Text => ParameterName == "wresult" && !_value.TrimStart().StartsWith('<')
        ? new(null, "it is not XML", false) : SamlEncoding.Decode(_value);

    /// <summary>The messages of one exchange; usually none.</summary>
    public static IEnumerable<SamlCarrier> Of(HarEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var query = QueryString.OfUrl(entry.Request.Url);
        foreach (var parameter in query.Where(parameter => Parameters.Contains(parameter.Name)))
            yield return new(parameter.Name, parameter.Value, EmptyOf(entry, SamlBinding.Redirect), query);
        if (FormBody.Of(entry.Request) is not { } form) yield break;
        foreach (var parameter in form.Where(parameter => Parameters.Contains(parameter.Name)))
            yield return new(parameter.Name, parameter.Value, EmptyOf(entry, SamlBinding.Post));
        // Auth0's own login form posts a JWT under this name to itself.
        foreach (var parameter in form.Where(parameter => parameter.Name == "wresult" && parameter.Value.TrimStart().StartsWith('<')))
            yield return new(parameter.Name, parameter.Value, EmptyOf(entry, SamlBinding.WsFederation));
    }

    /// <summary>What a person pastes: the bare parameter value, a form body or query that holds it, a whole URL, or the XML itself.</summary>
    public static SamlCarrier OfText(string text, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.Trim();
        var mark = trimmed.IndexOf('?', StringComparison.Ordinal);
        var parameters = trimmed.StartsWith('<') ? QueryString.Empty : QueryString.Parse(mark < 0 ? trimmed : trimmed[(mark + 1)..]);
        var isQuery = mark >= 0 || parameters.Has("SigAlg");
        SamlMessage Empty(SamlBinding binding) => new() { Kind = SamlMessageKind.Unknown, Binding = binding, Entry = 0, At = at, SentTo = "" };
        if (parameters.FirstOrDefault(parameter => Parameters.Contains(parameter.Name)) is { } found)
            return new(found.Name, found.Value, Empty(isQuery ? SamlBinding.Redirect : SamlBinding.Post), isQuery ? parameters : null);
        if (parameters["wresult"] is { } result) return new("wresult", result, Empty(SamlBinding.WsFederation));
        return new("SAMLResponse", trimmed.Contains('%', StringComparison.Ordinal) && !trimmed.StartsWith('<') ? Uri.UnescapeDataString(trimmed) : trimmed, Empty(SamlBinding.Post));
    }

    private static SamlMessage EmptyOf(HarEntry entry, SamlBinding binding) => new()
    {
        Kind = SamlMessageKind.Unknown,
        Binding = binding,
        Entry = entry.Index,
        At = entry.StartedAt,
        SentTo = UrlParts.Of(entry.Request.Url) is var url && binding == SamlBinding.Redirect ? url.Path : entry.Request.Url,
    };
}
