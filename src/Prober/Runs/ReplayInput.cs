using Prober.Browser.Configuration;
using Prober.Browser.Replay;
using Prober.Checklist.Inference;
using Prober.Evidence.Bundles;
using Prober.Evidence.Har;
using Prober.Evidence.Har.Inputs;
using Prober.Scenarios;

namespace Prober.Runs;

/// <summary>The recording that a run is walked through: a HAR that somebody sent, or a run of our own.</summary>
/// <param name="Name">Of the file, as reports show it.</param>
/// <param name="Log">With every textual body, as pages need their scripts.</param>
internal sealed record ReplayInput(string Name, HarLog Log)
{
    /// <summary>Refuses what cannot be replayed before anything is started.</summary>
    /// <exception cref="UsageException">Several scenarios, or a browser that cannot be led to the recording.</exception>
    public static void Check(int scenarios, BrowserSettings browser)
    {
        if (scenarios != 1) throw new UsageException($"--replay: expected one scenario, the one that the recording is of, and there are {scenarios}");
        if (browser.Connect is not null) throw new UsageException("--replay: expected a browser of this machine, and the settings name one elsewhere (connectOptions), which cannot reach the recording");
        if (browser.BrowserName != "chromium") throw new UsageException($"--replay: expected chromium, the only browser whose names can be led to a recording, and the settings name {browser.BrowserName}");
    }

    /// <exception cref="HarFormatException">There is no such file, or it is no recording.</exception>
    /// <exception cref="UsageException">It holds several recordings, or none with an answer.</exception>
    public static async Task<ReplayInput> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var (name, log) = Directory.Exists(path) || PackedBundles.Is(path) ? OfBundle(path) : await OfFileAsync(path, cancellationToken);
        return log.Entries.Any(entry => entry.Response.Status > 0) ? new(name, log) : throw new UsageException($"{path}: expected a recording with answers, and it holds none");
    }

    /// <summary>Settings for a browser that is led to the recording: its certificates are not those of the hosts.</summary>
    public static BrowserSettings Settings(BrowserSettings browser) => browser with { IgnoreHttpsErrors = true, Proxy = null };

    public Task<RecordingReplay> StartAsync(Scenario scenario, CancellationToken cancellationToken) =>
        RecordingReplay.StartAsync(Log, Name, scenario.Account, RecordedLogouts.Of(Log), TimeProvider.System, cancellationToken);

    private static (string Name, HarLog Log) OfBundle(string path)
    {
        using var passing = new PassingFolder();
        var folders = Directory.Exists(path) ? [path] : PackedBundles.Unpack(path, passing.Path);
        if (folders.Count != 1) throw new UsageException($"{path}: expected one run, and there are {folders.Count}; unpack the one to replay");
        if (!BundleReader.IsBundle(folders[0])) throw new UsageException($"{path}: expected a folder with a manifest.json, as 'prober run' writes it");
        var evidence = BundleReader.Read(folders[0]);
        return evidence.Traffic.Value is { } log ? (evidence.Run.Id, log) : throw new UsageException($"{path}: expected a run with traffic, and it has none ({evidence.Traffic.Missing})");
    }

    private static async Task<(string Name, HarLog Log)> OfFileAsync(string path, CancellationToken cancellationToken)
    {
        await using var standardInput = Console.OpenStandardInput();
        var documents = await HarInput.ReadAsync(path, standardInput, new() { Bodies = BodyRetention.All }, progress: null, cancellationToken);
        return documents.Count == 1 ? (documents[0].Name, documents[0].Log) : throw new UsageException($"{path}: expected one recording, and there are {documents.Count}; unpack the one to replay");
    }
}
