namespace Prober.Monitor.Web;

/// <summary>Who looks at a page, and when.</summary>
/// <param name="FormToken">What shows that a form is this page's.</param>
/// <param name="Now">When the page was made, in words.</param>
public sealed record Visit(string FormToken, string Now)
{
    /// <summary>May trigger, silence and acknowledge.</summary>
    public bool MayChange { get; init; } = true;

    /// <summary>Name of who has logged in; null without a login.</summary>
    public string? Who { get; init; }
}
