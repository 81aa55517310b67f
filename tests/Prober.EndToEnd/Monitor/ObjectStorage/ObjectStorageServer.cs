using System.Diagnostics;
using Prober.EndToEnd.ThirdParty;

namespace Prober.EndToEnd.Monitor.ObjectStorage;

/// <summary>s3rver: a server for S3's protocol that nobody here wrote, with a bucket called <c>evidence</c> whose objects live as long as this does.</summary>
internal sealed class ObjectStorageServer : IAsyncDisposable
{
    /// <summary>The one account that s3rver knows; it refuses other keys, and does not hold a signature of version 4 against its secret.</summary>
    public const string Key = "S3RVER", Secret = "S3RVER";

    private static readonly string Folder = Path.Combine(NodeRuntime.Checkout(), "tests", "Prober.EndToEnd", "Monitor", "ObjectStorage");

    private readonly DirectoryInfo _objects = Directory.CreateTempSubdirectory("prober-s3-");
    private readonly int _port = LoopbackPorts.Free();
    private Process? _process;

    public Uri Address => new($"http://127.0.0.1:{_port}/");

    /// <summary>Makes the package ready and nothing more: the server is away until it is started. Without Node the calling test is skipped with the reason.</summary>
    public static async Task<ObjectStorageServer> CreateAsync()
    {
        await NodeRuntime.RequireAsync(Folder);
        return new();
    }

    public async Task StartAsync()
    {
        _process = Process.Start(new ProcessStartInfo(
            "node", ["node_modules/s3rver/bin/s3rver.js", "-d", _objects.FullName, "-a", "127.0.0.1", "-p", $"{_port}", "--no-vhost-buckets", "--silent", "--configure-bucket", "evidence"])
        {
            WorkingDirectory = Folder,
        })!;
        using var client = new HttpClient { BaseAddress = Address };
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < TimeSpan.FromSeconds(60); await Task.Delay(100))
        {
            try
            {
                using var answer = await client.GetAsync("evidence");
                return;
            }
            catch (HttpRequestException)
            {
                // Not up yet.
            }
        }

        throw new TimeoutException("s3rver did not start");
    }

    public async Task StopAsync()
    {
        if (_process is not { } process) return;
        _process = null;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>Names of what lies in the bucket; s3rver keeps an object as a file, and what it knows of it in others beside.</summary>
    public IReadOnlyList<string> Objects() =>
        [.. _objects.EnumerateFiles("*._S3rver_object", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_objects.FullName, file.FullName)[..^"._S3rver_object".Length]).Order(StringComparer.Ordinal)];

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _objects.Delete(recursive: true);
    }
}
