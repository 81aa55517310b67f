using System.ComponentModel;
using System.Diagnostics;
using NUnit.Framework;

namespace Prober.EndToEnd.Monitor;

/// <summary>A disk that a test can fill: a <c>tmpfs</c> in a mount namespace of one process, which nobody else sees and which goes with it.</summary>
internal static class SmallDisk
{
    private const int Megabyte = 1 << 20;

    /// <summary>Without being root, a namespace of one's own users makes one that.</summary>
    private static string Namespaces => Environment.IsPrivilegedProcess ? "-m" : "-rm";

    /// <summary>The call that starts a command with such a disk.</summary>
    /// <param name="folder">Where it lies; exists.</param>
    /// <param name="megabytes">Its size.</param>
    /// <param name="command">The program and its arguments; it takes the place of the process that is started.</param>
    public static ProcessStartInfo Call(string folder, int megabytes, IReadOnlyList<string> command) =>
        new("unshare", [Namespaces, "sh", "-c", $"mount -t tmpfs -o size={megabytes}m tmpfs \"$1\" && shift && exec \"$@\"", "sh", folder, .. command]);

    /// <summary>Skips the calling test where mounts of one's own are not allowed, as in most containers: no software makes up for that.</summary>
    public static async Task RequireAsync()
    {
        var folder = Directory.CreateTempSubdirectory("prober-e2e-");
        try
        {
            var call = Call(folder.FullName, 1, ["true"]);
            call.RedirectStandardError = true;
            using var process = Process.Start(call)!;
            var error = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            if (process.ExitCode != 0) throw new IgnoreException($"No disk of one's own here: {error.Trim()}.");
        }
        catch (Win32Exception)
        {
            throw new IgnoreException("No disk of one's own here: util-linux' unshare is missing.");
        }
        finally
        {
            folder.Delete();
        }
    }

    /// <summary>Leaves no byte free on the disk of a process; returns the file that fills it, as seen from here.</summary>
    public static string Fill(int process, string folder)
    {
        var filler = $"/proc/{process}/root{folder}/filler";
        try
        {
            using var file = File.Create(filler, bufferSize: 0);
            var zeros = new byte[Megabyte];
            // The last pieces are small ones: less than a megabyte would take many a record.
            for (var piece = zeros.Length; piece > 0; piece /= 2)
            {
                try
                {
                    while (true) file.Write(zeros, 0, piece);
                }
                catch (IOException)
                {
                    // Full for pieces of this size.
                }
            }
        }
        catch (IOException)
        {
            // Closing says it once more.
        }

        return filler;
    }
}
