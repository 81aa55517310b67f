using Prober.Checklist.Facts.Pages;
using Prober.Evidence.Har;

namespace Prober.Checklist.Facts.Witnesses;

/// <summary>Where a provider's pipeline takes the browser back after it had sent it to a page of the tenant's own (<c>Data/pipeline.json</c>).</summary>
internal sealed record PipelineMarks(TextPattern ContinuePaths)
{
    public static PipelineMarks Default { get; } = EmbeddedData.Read<PipelineMarks>("pipeline.json");

    public bool IsContinue(HarEntry entry) => entry.Request.Uri is { } uri && ContinuePaths.Matches(uri.AbsolutePath);
}
