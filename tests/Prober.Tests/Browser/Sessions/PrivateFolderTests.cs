using NUnit.Framework;
using Prober.Browser.Sessions;

namespace Prober.Tests.Browser.Sessions;

public sealed class PrivateFolderTests
{
    [Test]
    public void Nobody_else_may_read_it_and_nothing_remains()
    {
        var folder = PrivateFolder.Create();
        File.WriteAllText(folder.File("main.har"), "secret");
        if (!OperatingSystem.IsWindows())
            Assert.That(File.GetUnixFileMode(folder.Path), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));

        folder.Dispose();

        Assert.That(Directory.Exists(folder.Path), Is.False);
    }

    [Test]
    public void What_a_killed_process_left_behind_goes_with_the_next_start()
    {
        using var first = PrivateFolder.Create();
        // No process has the highest number that Linux allows.
        var orphan = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(first.Path)!, "prober-4194304-deadbeef"));

        using var second = PrivateFolder.Create();

        Assert.That(Directory.Exists(orphan.FullName), Is.False);
        Assert.That(Directory.Exists(first.Path), Is.True);
    }
}
