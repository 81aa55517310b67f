using Prober.Browser;
using Prober.Browser.Configuration;
using Prober.Browser.Installation;

namespace Prober.Runs;

/// <summary>Finds a browser, fetches one when there is none, and starts it.</summary>
internal static class BrowserSetup
{
    /// <param name="settings">From playwright.config.json.</param>
    /// <param name="extraArguments">Further arguments for the browser, such as the lab's name mapping.</param>
    /// <param name="log">Where an installer's output goes; nothing is said when a browser is there.</param>
    /// <param name="cancellationToken">Ends a download too.</param>
    /// <exception cref="ProberFaultException">There is no browser and none could be had, or it does not start.</exception>
    public static async Task<BrowserSession> StartAsync(
        BrowserSettings settings, IReadOnlyList<string> extraArguments, TextWriter log, CancellationToken cancellationToken)
    {
        // A browser that lives elsewhere is not looked for here, nor fetched.
        var found = settings.Connect is null ? await EnsureAsync(settings, log, cancellationToken) : null;
        return await BrowserSession.StartAsync(settings, found, extraArguments, TimeProvider.System, cancellationToken);
    }

    /// <summary>The browser that is there, or one that is installed now.</summary>
    /// <exception cref="ProberFaultException">As for <see cref="StartAsync"/>.</exception>
    public static async Task<FoundBrowser> EnsureAsync(BrowserSettings settings, TextWriter log, CancellationToken cancellationToken)
    {
        try
        {
            return await BrowserInstaller.Local(TimeProvider.System).EnsureAsync(settings, new LineProgress(log), cancellationToken);
        }
        catch (BrowserUnavailableException none)
        {
            throw new ProberFaultException(none.Message, none);
        }
    }

    /// <summary>Writes at once and in order, which <see cref="Progress{T}"/> does not promise.</summary>
    private sealed class LineProgress(TextWriter log) : IProgress<string>
    {
        public void Report(string value) => log.WriteLine(value);
    }
}
