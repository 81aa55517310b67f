using System.Runtime.CompilerServices;

namespace Prober.Tests.Scenarios;

/// <summary>Files of the repository that tests read, or rewrite when <c>PROBER_UPDATE_GOLDEN=1</c>.</summary>
internal static class RepositoryFiles
{
    public static bool Update => Environment.GetEnvironmentVariable("PROBER_UPDATE_GOLDEN") == "1";

    public static string PathOf(string relative) => Path.GetFullPath(Path.Combine(Root(), relative));

    private static string Root([CallerFilePath] string thisFile = "") => Path.Combine(Path.GetDirectoryName(thisFile)!, "../../..");
}
