using NUnit.Framework;
using Prober.Browser;
using Prober.Browser.Configuration;
using Prober.Lab;
using Prober.Runs;

namespace Prober.EndToEnd;

/// <summary>The browser all journeys share, found or fetched as for a user; thrown away after a test that broke it.</summary>
[SetUpFixture]
public sealed class TestBrowser
{
    // One renderer for all sites of a window, instead of one for each visit to another site: half of what a journey costs the processor
    // (measured: 560 ms against 1,170 ms for three pages), and pages behave the same. Windows never share one.
    private const string OneRenderer = "--renderer-process-limit=1";

    // A processor that draws has two fifths to draw of what a person's window has: 6 % of what a journey costs it.
    private static readonly BrowserSettings SmallWindow = new() { Viewport = new(800, 450) };

    private static readonly SemaphoreSlim Starting = new(1, 1);
    private static BrowserSession? _session;

    /// <summary>A living session; started again when a test has killed the last one.</summary>
    public static async Task<BrowserSession> SessionAsync()
    {
        await Starting.WaitAsync();
        try
        {
            if (_session is { IsAlive: true } living) return living;
            if (_session is not null) await _session.DisposeAsync();
            return _session = await StartAsync();
        }
        finally
        {
            Starting.Release();
        }
    }

    /// <summary>A session of a test's own, for tests that kill it. Reaches the lab's <c>.test</c> names too.</summary>
    public static Task<BrowserSession> StartAsync(BrowserSettings? settings = null, IReadOnlyList<string>? arguments = null) =>
        BrowserSetup.StartAsync(settings ?? SmallWindow, [.. arguments ?? [LabHost.NameRules], OneRenderer], TestContext.Progress, CancellationToken.None);

    [OneTimeSetUp]
    public async Task FindOrFetchAsync() => await SessionAsync();

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        if (_session is not null)
        {
            await _session.DisposeAsync();
        }
    }
}
