namespace Prober.Checklist.Facts.Witnesses;

/// <summary>What an event of a provider's log says of the thing it is about.</summary>
internal enum LogResult
{
    /// <summary>A code that no table knows; it says nothing.</summary>
    Unknown,
    Success,
    Failure,
    Warning,

    /// <summary>Worth reading beside others, no verdict by itself.</summary>
    Note,
}
