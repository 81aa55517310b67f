using Prober.Checklist.Reports;

namespace Prober.Reporting.Html.Diagram;

/// <summary>A sequence diagram with every place computed, in pixels; whoever draws it decides nothing.</summary>
public sealed record SequencePicture(
    int Width,
    int Height,
    IReadOnlyList<Lifeline> Lifelines,
    IReadOnlyList<Band> Bands,
    IReadOnlyList<Arrow> Arrows,
    IReadOnlyList<LoopFrame> Loops,
    IReadOnlyList<Gap> Gaps);

/// <summary>A participant and its vertical line.</summary>
public sealed record Lifeline(string Id, string Name, string Kind, string Host, int X);

/// <summary>The hops of one phase.</summary>
public sealed record Band(string Title, int Top, int Height);

/// <summary>One hop: a request from the browser and, when it redirects, the way back.</summary>
public sealed record Arrow(Hop Hop, int Top, int Height, int FromX, int ToX, string? Mark)
{
    /// <summary>Height of the request's line.</summary>
    public int Y => Top + Geometry.ArrowOffset;

    /// <summary>Height of the line back.</summary>
    public int BackY => Top + Geometry.BackOffset;
}

/// <summary>A cycle drawn once that happened several times.</summary>
public sealed record LoopFrame(int Top, int Height, int Times);

/// <summary>A place where requests are left out.</summary>
public sealed record Gap(int Top, string Text);
