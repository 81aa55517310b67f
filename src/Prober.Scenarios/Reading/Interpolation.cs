using System.Text;
using System.Text.RegularExpressions;

namespace Prober.Scenarios.Reading;

/// <summary>
/// Puts variables into one value: <c>${NAME}</c>, <c>${NAME:-default}</c>, <c>${NAME:?message}</c>, and <c>$$</c> for a dollar sign.
/// It works on values after parsing, so that no variable can add a key; as in a shell, <c>:</c> treats an empty variable as unset.
/// </summary>
internal static partial class Interpolation
{
    /// <summary>What a schema lets through in place of a stricter pattern.</summary>
    public const string SchemaPattern = @"\$\{";

    public static string Resolve(StrictScalar scalar, Func<string, string?> find)
    {
        if (!scalar.Text.Contains('$', StringComparison.Ordinal)) return scalar.Text;
        var result = new StringBuilder();
        var rest = scalar.Text.AsSpan();
        while (rest.IndexOf('$') is var dollar and >= 0)
        {
            result.Append(rest[..dollar]);
            rest = rest[dollar..];
            var (value, length) = Take(scalar, rest, find);
            result.Append(value);
            rest = rest[length..];
        }
        return result.Append(rest).ToString();
    }

    private static (string Value, int Length) Take(StrictScalar scalar, ReadOnlySpan<char> rest, Func<string, string?> find)
    {
        if (rest.StartsWith("$$")) return ("$", 2);
        if (!rest.StartsWith("${")) return ("$", 1);
        var match = Reference().Match(rest.ToString());
        return match.Success
            ? (Value(scalar, match, find), match.Length)
            : throw scalar.Error("expected ${NAME}, ${NAME:-default} or ${NAME:?message} after the characters ${; a dollar sign is $$.");
    }

    private static string Value(StrictScalar scalar, Match match, Func<string, string?> find)
    {
        var name = match.Groups["name"].Value;
        var value = find(name);
        if (match.Groups["default"] is { Success: true } fallback) return string.IsNullOrEmpty(value) ? fallback.Value : value;
        if (match.Groups["message"] is { Success: true } message && string.IsNullOrEmpty(value))
            throw scalar.Error($"the variable {name} is not set: {message.Value}");
        return value ?? throw scalar.Error(
            $"the variable {name} is not set; set it in the environment or in the file given by --env-file.");
    }

    [GeneratedRegex(@"^\$\{(?<name>[A-Za-z_][A-Za-z0-9_]*)(:-(?<default>[^{}]*)|:\?(?<message>[^{}]*))?\}")]
    private static partial Regex Reference();
}
