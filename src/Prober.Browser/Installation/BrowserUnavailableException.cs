namespace Prober.Browser.Installation;

/// <summary>There is no browser to probe with: the prober's own fault, never the target's. The message is one line and says what to do.</summary>
public sealed class BrowserUnavailableException(string message) : Exception(message);
