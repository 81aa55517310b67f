using System.Text.Json.Nodes;

namespace Prober.Providers;

/// <summary>What a management API answered.</summary>
/// <param name="Status">HTTP status; 0 when there was no answer.</param>
/// <param name="Body">The JSON; null when there was none.</param>
/// <param name="Problem">Why this is no answer to the question, one sentence; null when it is one. 404 has one too: whoever expects it looks at the status.</param>
/// <param name="Next">Address of the next page as a <c>Link</c> header names it (RFC 8288).</param>
internal sealed record ApiAnswer(int Status, JsonNode? Body, string? Problem, Uri? Next = null)
{
    public bool IsMissing => Status == 404;

    public static ApiAnswer Failed(string problem) => new(0, null, problem);
}
