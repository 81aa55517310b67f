using System.Diagnostics;
using NUnit.Framework;
using Prober.Tests;

namespace Prober.EndToEnd.Monitor;

/// <summary>A real PostgreSQL server, from the system's package, in a folder that goes with it.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private readonly string _binaries;
    private readonly string _folder;
    private readonly int _port;

    private PostgresServer(string binaries, string folder, int port) => (_binaries, _folder, _port) = (binaries, folder, port);

    public string ConnectionString => $"Host=127.0.0.1;Port={_port};Username=prober;Database=postgres;Pooling=true";

    /// <summary>Ignores the test, with the reason, where the package is not; with CI=true its absence is a failure.</summary>
    public static async Task<PostgresServer> StartAsync()
    {
        var binaries = Directory.Exists("/usr/lib/postgresql") ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb"))) : null;
        if (binaries is null) throw MissingSoftware.Because("PostgreSQL's server is not on this machine (Debian's package: postgresql)");

        var server = new PostgresServer(binaries, Directory.CreateTempSubdirectory("prober-postgres-").FullName, LoopbackPorts.Free());
        // The server refuses to run as root; the package brings a user for it.
        if (Environment.IsPrivilegedProcess) await RunAsync("chown", "postgres", server._folder);
        await server.AsOwnerAsync($"{server._binaries}/initdb -D {server._folder}/data -U prober -A trust --no-sync");
        await server.ComeBackAsync();
        return server;
    }

    /// <summary>At once, as when its machine loses power.</summary>
    public Task GoAwayAsync() => AsOwnerAsync($"{_binaries}/pg_ctl -D {_folder}/data -m immediate stop");

    /// <summary>At the same address, with what it had.</summary>
    public Task ComeBackAsync() => AsOwnerAsync($"{_binaries}/pg_ctl -D {_folder}/data -w -t 60 -l {_folder}/log -o '-h 127.0.0.1 -p {_port} -k {_folder} -c fsync=off' start");

    public async ValueTask DisposeAsync()
    {
        await GoAwayAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private Task AsOwnerAsync(string command) => Environment.IsPrivilegedProcess
        ? RunAsync("su", "postgres", "-s", "/bin/sh", "-c", command)
        : RunAsync("/bin/sh", "-c", command);

    // The server that pg_ctl leaves behind keeps its standard output: nobody may wait for its end.
    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, string.Join(' ', arguments));
    }
}
