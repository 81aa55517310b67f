using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Prober.EndToEnd.ThirdParty;

/// <summary>One of the scripts of this folder, running.</summary>
internal sealed class NodeProcess : IAsyncDisposable
{
    private readonly LocalServer _server;

    private NodeProcess(LocalServer server, string settings) => (_server, Settings) = (server, settings);

    /// <summary>What it was started with.</summary>
    public string Settings { get; }

    /// <summary>Both output streams so far.</summary>
    public string Output => _server.Output;

    /// <summary>Starts a script and waits until it says that it listens.</summary>
    public static async Task<NodeProcess> StartAsync(string script, JsonObject settings)
    {
        var start = new ProcessStartInfo("node", [script])
        {
            WorkingDirectory = NodeRuntime.Folder,
            Environment = { ["THIRD_PARTY_SETTINGS"] = settings.ToJsonString() },
        };
        return new NodeProcess(await LocalServer.StartAsync(start, line => line.StartsWith("ready ", StringComparison.Ordinal)), settings.ToJsonString());
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
