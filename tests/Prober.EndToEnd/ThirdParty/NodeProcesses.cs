using System.Text.Json.Nodes;

namespace Prober.EndToEnd.ThirdParty;

/// <summary>Scripts of this folder kept running over tests: each is started again only when its own settings change.</summary>
internal sealed class NodeProcesses : IAsyncDisposable
{
    private readonly Dictionary<string, NodeProcess> _running = [];

    /// <summary>What they printed, for a test that fails.</summary>
    public string Output
    {
        get
        {
            lock (_running) return string.Concat(_running.Select(process => $"\n--- {process.Key}\n{process.Value.Output}"));
        }
    }

    /// <summary>Makes sure that a script runs with these settings. Different names may be asked for at once.</summary>
    /// <param name="name">Tells it from another process of the same script.</param>
    /// <param name="script">A file in this folder.</param>
    /// <param name="settings">What it reads.</param>
    public async Task RunAsync(string name, string script, JsonObject settings)
    {
        NodeProcess? before;
        lock (_running)
        {
            if (_running.TryGetValue(name, out before) && before.Settings == settings.ToJsonString()) return;
            _running.Remove(name);
        }

        if (before is not null) await before.DisposeAsync();
        var started = await NodeProcess.StartAsync(script, settings);
        lock (_running) _running[name] = started;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _running.Values) await process.DisposeAsync();
    }
}
