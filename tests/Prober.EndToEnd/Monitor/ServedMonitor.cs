using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NUnit.Framework;

namespace Prober.EndToEnd.Monitor;

/// <summary>What <c>prober serve</c> answers to a client.</summary>
internal abstract class ServedMonitor : IAsyncDisposable
{
    private readonly HttpClient _client;

    protected ServedMonitor(int port) => _client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };

    /// <summary>It is over, and will answer nothing any more.</summary>
    protected abstract bool HasEnded { get; }

    protected static string[] Command(string scenarios, string environmentFile, string data, int port, IReadOnlyList<string> more) =>
        ["serve", scenarios, "--env-file", environmentFile, "--data", data, "--listen", $"127.0.0.1:{port}", .. more];

    /// <summary>Asks until the runs are as expected; a monitor that has not started yet answers nothing.</summary>
    public Task<JsonArray> RunsAsync(Func<JsonArray, bool> expected) => RunsAsync(expected, TimeSpan.FromMilliseconds(500));

    private async Task<JsonArray> RunsAsync(Func<JsonArray, bool> expected, TimeSpan every)
    {
        var last = "nothing";
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < TimeSpan.FromSeconds(150);)
        {
            try
            {
                var runs = (await _client.GetFromJsonAsync<JsonArray>("api/runs"))!;
                last = runs.ToJsonString();
                if (expected(runs)) return runs;
            }
            catch (HttpRequestException) when (!HasEnded)
            {
                // Not up yet.
            }

            await Task.Delay(every);
        }

        throw new AssertionException($"the runs did not become as expected; last: {last}");
    }

    /// <summary>Waits for a run that was not there a moment ago, so that most of it is still to come; returns its id.</summary>
    public async Task<string> RunJustBegunAsync()
    {
        HashSet<string>? known = null;
        var begun = "";
        await RunsAsync(runs =>
        {
            var fresh = runs.FirstOrDefault(run => run.State() == "running" && known?.Contains((string)run!["id"]!) == false);
            // One that waited before was there, too, and has only now begun.
            known = [.. runs.Where(run => run.State() != "waiting").Select(run => (string)run!["id"]!)];
            begun = (string?)fresh?["id"] ?? "";
            return fresh is not null;
        }, TimeSpan.FromMilliseconds(250));
        return begun;
    }

    public Task<string> GetAsync(string path) => _client.GetStringAsync(new Uri(path, UriKind.Relative));

    public async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await _client.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode;
    }

    /// <summary>Asks it to end in order; returns exit code and what was said on standard error.</summary>
    public abstract Task<(int ExitCode, string Error)> StopAsync();

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _client.Dispose();
    }

    protected abstract Task EndAsync();
}
