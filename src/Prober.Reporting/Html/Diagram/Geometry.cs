namespace Prober.Reporting.Html.Diagram;

/// <summary>Sizes of the diagram in pixels. The first column is wide because every label stands in it.</summary>
internal static class Geometry
{
    public const int BrowserX = 132;
    public const int FirstColumn = 340;
    public const int NarrowColumn = 172;
    public const int WideColumn = 400;

    /// <summary>What the page offers; columns grow up to it.</summary>
    public const int PageWidth = 1110;

    public const int RightMargin = 132;
    public const int HeaderHeight = 66;
    public const int BandTitle = 30;
    public const int BandGap = 10;
    public const int Row = 46;
    public const int RedirectRow = 56;
    public const int ArrowOffset = 24;
    public const int BackOffset = 44;
    public const int GapRow = 22;
    public const int LoopTitle = 26;
    public const int LoopPadding = 8;

    /// <summary>Half of the box that holds the status on a lifeline.</summary>
    public const int HalfPill = 21;
}
