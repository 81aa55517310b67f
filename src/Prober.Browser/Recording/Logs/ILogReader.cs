namespace Prober.Browser.Recording.Logs;

/// <summary>Reads the raw text of one log.</summary>
internal interface ILogReader
{
    /// <value>At most so many bytes are kept of one log; what is older goes.</value>
    const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>What a report names it by: no path, no query, no argument, all of which may hold secrets.</summary>
    string Source { get; }

    /// <exception cref="IOException">It cannot be read; the message is a clause that says why.</exception>
    Task<string> ReadAsync(LogWindow window, CancellationToken cancellationToken);
}
