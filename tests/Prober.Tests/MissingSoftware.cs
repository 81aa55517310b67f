using NUnit.Framework;

namespace Prober.Tests;

/// <summary>What a test needs and the machine has not. Elsewhere the test is skipped with the reason; continuous integration promises all of them.</summary>
internal static class MissingSoftware
{
    /// <summary>To be thrown: skips the calling test or fixture; with <c>CI=true</c> fails it.</summary>
    /// <param name="reason">What is missing, and where it comes from.</param>
    public static ResultStateException Because(string reason) => Environment.GetEnvironmentVariable("CI") == "true"
        ? new AssertionException($"Continuous integration must have this: {reason}.")
        : new IgnoreException($"{reason}.");
}
