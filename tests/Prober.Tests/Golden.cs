using System.Runtime.CompilerServices;
using NUnit.Framework;

namespace Prober.Tests;

/// <summary>Compares text with a committed file under <c>Golden/</c>; <c>PROBER_UPDATE_GOLDEN=1</c> writes the file instead.</summary>
internal static class Golden
{
    private const string UpdateSwitch = "PROBER_UPDATE_GOLDEN";

    public static void Verify(string relativePath, string actual)
    {
        var path = Path.Combine(Folder(), relativePath);
        var text = actual.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable(UpdateSwitch) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            return;
        }

        Assert.That(path, Does.Exist, $"Run the tests once with {UpdateSwitch}=1 to write it.");
        Assert.That(text, Is.EqualTo(File.ReadAllText(path).ReplaceLineEndings("\n")), relativePath);
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Golden");
}
