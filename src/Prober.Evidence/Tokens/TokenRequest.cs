using System.Text.Json;
using Prober.Evidence.Har;

namespace Prober.Evidence.Tokens;

/// <summary>The fields of a request to the token endpoint: a form (RFC 6749 section 4.1.3), or the JSON that some SDKs send instead.</summary>
public static class TokenRequest
{
    /// <summary>Null for a request whose body is neither.</summary>
    public static QueryString? Fields(HarRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (FormBody.Of(request) is { } form) return form;
        if (!MediaTypes.IsJson(request.PostData?.MimeType) || JsonTree.TryParseObject(request.PostData?.Text) is not { } json) return null;
        var texts = json.Where(member => member.Value?.GetValueKind() == JsonValueKind.String);
        return QueryString.Parse(string.Join('&', texts.Select(member =>
            $"{Uri.EscapeDataString(member.Key)}={Uri.EscapeDataString(member.Value!.GetValue<string>())}")));
    }
}
