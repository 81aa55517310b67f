using System.Diagnostics;
using NUnit.Framework;
using Prober.Monitoring;

namespace Prober.Tests.Monitoring;

public sealed class BrowserLimitsTests
{
    [TestCase(true, 5, 100, null)]
    [TestCase(false, 5, 100, "died")]
    [TestCase(true, 10, 100, "count")]
    [TestCase(true, 5, 501, "memory")]
    [TestCase(true, 0, 501, null, Description = "a browser that has walked nothing is not what holds it")]
    public void A_browser_is_replaced_for_a_reason(bool isAlive, int journeys, double megabytes, string? reason) =>
        Assert.That(new BrowserLimits { Journeys = 10, Megabytes = 500 }.Exceeded(isAlive, journeys, () => megabytes), Is.EqualTo(reason));

    [Test]
    public void Memory_is_that_of_the_processes_below_and_theirs()
    {
        if (!OperatingSystem.IsLinux()) Assert.Ignore("measured on Linux alone");
        var before = DriverMemory.Megabytes();
        // The shell's child holds 40 MB.
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "tail -c 40000000 /dev/zero | sleep 60; true"]))!;
        try
        {
            Assert.That(() => DriverMemory.Megabytes() - before, Is.GreaterThan(0).After(5000, 100));
        }
        finally
        {
            shell.Kill(entireProcessTree: true);
        }
    }
}
