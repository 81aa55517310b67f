using Prober.Evidence.Har;

namespace Prober.Checklist.Reports;

/// <summary>Names of cookies that crossed an exchange; values never reach a report.</summary>
internal static class CookieNames
{
    public static IReadOnlyList<string> SetBy(HarEntry entry) =>
        [.. entry.Response.Headers.All("set-cookie").Select(Name).Where(name => name.Length > 0).Distinct()];

    public static IReadOnlyList<string> SentWith(HarEntry entry) =>
        [.. entry.Request.Headers.All("cookie").SelectMany(header => header.Split(';')).Select(Name).Where(name => name.Length > 0).Distinct()];

    private static string Name(string pair) => pair.Split('=', 2)[0].Trim();
}
