using System.Text.RegularExpressions;

namespace Prober.Evidence.Har;

/// <summary>The fields of a form post, parsed from the body's text: recorders fill their own list of fields only for some spellings of the media type.</summary>
public static class FormBody
{
    /// <summary>The fields, or null when the request has no form-encoded body.</summary>
    public static QueryString? Of(HarRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.PostData?.Text is not { Length: > 0 } text) return null;
        var type = request.PostData.MimeType is { Length: > 0 } recorded ? recorded : request.Headers["content-type"];
        return Is(text, type) ? QueryString.Parse(text) : null;
    }

    /// <summary>
    /// True for a form-encoded body. One without a media type is told by its shape: a recorder that shows a redirected post under its last hop
    /// has the first hop's body, and the type went with the first hop's headers.
    /// </summary>
    public static bool Is(string body, string? mediaType) =>
        MediaTypes.Essence(mediaType) is null ? Shape.IsMatch(body) : MediaTypes.IsForm(mediaType);

    // No backtracking: any body may come here.
    private static readonly Regex Shape = new("""\A[^=&\s<>{}"]+=[^&\s<>{}"]*(?:&[^=&\s<>{}"]+=[^&\s<>{}"]*)*\z""", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
}
