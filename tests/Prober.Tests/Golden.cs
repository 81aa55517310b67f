using System.Runtime.CompilerServices;
using NUnit.Framework;

namespace Prober.Tests;

/// <summary>Compares text with a committed file; <c>PROBER_UPDATE_GOLDEN=1</c> writes the file instead.</summary>
internal static class Golden
{
    private const string UpdateSwitch = "PROBER_UPDATE_GOLDEN";

    /// <summary>A file under <c>Golden/</c> beside the tests.</summary>
    public static void Verify(string relativePath, string actual) => VerifyFile(Path.Combine("tests/Prober.Tests/Golden", relativePath), actual);

    /// <summary>A file anywhere in the repository, such as generated documentation beside the code.</summary>
    public static void VerifyFile(string pathFromRoot, string actual)
    {
        var path = Path.Combine(Root(), pathFromRoot);
        var text = actual.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable(UpdateSwitch) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            return;
        }

        Assert.That(path, Does.Exist, $"Run the tests once with {UpdateSwitch}=1 to write it.");
        Assert.That(text, Is.EqualTo(File.ReadAllText(path).ReplaceLineEndings("\n")), pathFromRoot);
    }

    /// <summary>The root of the repository.</summary>
    public static string Root() => Path.GetFullPath("../..", Path.GetDirectoryName(Here())!);

    private static string Here([CallerFilePath] string here = "") => here;
}
