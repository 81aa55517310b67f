using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NUnit.Framework;

namespace Prober.EndToEnd.Monitor;

/// <summary><c>prober serve</c> as an operator starts it: a process of its own.</summary>
internal sealed class ServeProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly HttpClient _client;
    private readonly Task<string> _error;

    private ServeProcess(Process process, Uri address)
    {
        _process = process;
        _client = new HttpClient { BaseAddress = address };
        _error = process.StandardError.ReadToEndAsync();
    }

    public static ServeProcess Start(string scenarios, string environmentFile, string data, string? database = null, IReadOnlyList<string>? more = null)
    {
        var port = LoopbackPorts.Free();
        return Start(new("dotnet", Serve(scenarios, environmentFile, data, port, more ?? [])), port, database);
    }

    /// <summary>The same, with its data on a disk of its own (<see cref="SmallDisk"/>).</summary>
    public static ServeProcess StartOnSmallDisk(string scenarios, string environmentFile, string data, int megabytes)
    {
        var port = LoopbackPorts.Free();
        return Start(SmallDisk.Call(data, megabytes, ["dotnet", .. Serve(scenarios, environmentFile, data, port, [])]), port, database: null);
    }

    private static string[] Serve(string scenarios, string environmentFile, string data, int port, IReadOnlyList<string> more) =>
        [Path.Combine(AppContext.BaseDirectory, "prober.dll"), "serve", scenarios, "--env-file", environmentFile, "--data", data, "--listen", $"127.0.0.1:{port}", .. more];

    private static ServeProcess Start(ProcessStartInfo start, int port, string? database)
    {
        (start.RedirectStandardError, start.RedirectStandardOutput) = (true, true);
        if (database is not null) start.Environment["PROBER_DATABASE"] = database;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return new ServeProcess(process, new Uri($"http://127.0.0.1:{port}/"));
    }

    public int Id => _process.Id;

    /// <summary>Asks until the runs are as expected; a monitor that has not started yet answers nothing.</summary>
    public async Task<JsonArray> RunsAsync(Func<JsonArray, bool> expected)
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
            catch (HttpRequestException) when (!_process.HasExited)
            {
                // Not up yet.
            }

            await Task.Delay(250);
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
        });
        return begun;
    }

    public Task<string> GetAsync(string path) => _client.GetStringAsync(new Uri(path, UriKind.Relative));

    public async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await _client.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode;
    }

    public void Kill() => _process.Kill();

    /// <summary>SIGTERM, as an init system sends it; returns exit code and what was said on standard error.</summary>
    public async Task<(int ExitCode, string Error)> StopAsync()
    {
        ChildProcesses.End(_process.Id);
        await _process.WaitForExitAsync();
        return (_process.ExitCode, await _error);
    }

    /// <summary>Waits for a process that ends by itself.</summary>
    public async Task<(int ExitCode, string Error)> ExitAsync()
    {
        await _process.WaitForExitAsync();
        return (_process.ExitCode, await _error);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _client.Dispose();
    }
}
