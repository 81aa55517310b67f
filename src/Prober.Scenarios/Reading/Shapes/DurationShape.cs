using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Prober.Scenarios.Reading.Shapes;

/// <summary>A time span with its unit: <c>500ms</c>, <c>3s</c>, <c>5m</c>, <c>2h</c>, <c>3d</c>.</summary>
public sealed partial class DurationShape(TimeSpan? least = null, TimeSpan? most = null) : Shape<TimeSpan>
{
    private const string Pattern = "^[0-9]{1,9}(ms|s|m|h|d)$";
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3650);

    public override string Expected => least is null && most is null
        ? "a duration such as 500ms, 3s, 5m, 2h or 3d"
        : least is null ? $"a duration up to {Format(most!.Value)}"
        : $"a duration from {Format(least.Value)} to {Format(most ?? Longest)}";

    public override TimeSpan Read(StrictNode node, ReadContext context)
    {
        if (node is not StrictScalar scalar || scalar.IsMissing) throw node.Unexpected(Expected);
        if (scalar.IsNumber) throw node.Error($"expected {Expected}, found {node.Describe()} without a unit.");
        return TryParse(context.Resolve(scalar), out var value) && value >= (least ?? TimeSpan.Zero) && value <= (most ?? Longest)
            ? value
            : throw node.Unexpected(Expected);
    }

    public override JsonNode Write(TimeSpan value) => Format(value);

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new() { ["type"] = "string", ["pattern"] = $"({Pattern})|{Interpolation.SchemaPattern}" };

    /// <summary>In the largest unit that needs no fraction.</summary>
    public static string Format(TimeSpan value)
    {
        (double Amount, string Unit)[] units =
            [(value.TotalDays, "d"), (value.TotalHours, "h"), (value.TotalMinutes, "m"), (value.TotalSeconds, "s")];
        var fit = units.FirstOrDefault(unit => unit.Amount >= 1 && double.IsInteger(unit.Amount));
        return fit.Unit is null ? $"{value.TotalMilliseconds:0}ms" : $"{fit.Amount:0}{fit.Unit}";
    }

    /// <summary>Reads a duration that stands elsewhere than in a file.</summary>
    public static bool TryParse(string text, out TimeSpan value)
    {
        value = TimeSpan.Zero;
        var match = Duration().Match(text);
        if (!match.Success) return false;
        var amount = long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        var unit = match.Groups[2].Value switch { "ms" => 1L, "s" => 1_000, "m" => 60_000, "h" => 3_600_000, _ => 86_400_000 };
        value = TimeSpan.FromMilliseconds(amount * unit, 0);
        return true;
    }

    [GeneratedRegex("^([0-9]{1,9})(ms|s|m|h|d)$")]
    private static partial Regex Duration();
}
