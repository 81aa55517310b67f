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
        return MediaTypes.IsForm(type) ? QueryString.Parse(text) : null;
    }
}
