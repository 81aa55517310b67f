using System.Collections.Concurrent;
using System.Text.Json;

namespace Prober.Reporting.Wording;

/// <summary>Names of enum members as the files and the command line write them: kebab-case.</summary>
internal static class Term
{
    private static readonly ConcurrentDictionary<Enum, string> Known = new();

    public static string Of(Enum value) => Known.GetOrAdd(value, static member => JsonNamingPolicy.KebabCaseLower.ConvertName(member.ToString()));
}
