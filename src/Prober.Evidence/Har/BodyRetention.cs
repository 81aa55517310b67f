namespace Prober.Evidence.Har;

/// <summary>Which response bodies a reader keeps. The size of a body is kept in any case.</summary>
public enum BodyRetention
{
    /// <summary>What a check may read: HTML, JSON, XML, forms, tokens, plain text. Scripts, styles, fonts and images are dropped.</summary>
    Evidence,

    /// <summary>Every textual body; for a file that this library wrote itself.</summary>
    All,

    None,
}
