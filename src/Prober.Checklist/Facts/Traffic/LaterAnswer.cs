using Prober.Evidence.Har;

namespace Prober.Checklist.Facts.Traffic;

/// <summary>Whether a failure went away by itself: the same address was answered later in the same run.</summary>
internal static class LaterAnswer
{
    /// <summary>The first later answer below 400 from the same host and path; null when there is none.</summary>
    public static HarEntry? To(HarEntry failed, IReadOnlyList<HarEntry> entries) => entries.Skip(failed.Index + 1).FirstOrDefault(later =>
        later.Request.Uri is { } uri && uri.Authority == failed.Request.Uri?.Authority
            && uri.AbsolutePath == failed.Request.Uri.AbsolutePath && later.Response.Status is > 0 and < 400);
}
