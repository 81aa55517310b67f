using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Prober.Scenarios.Reading;
using Prober.Scenarios.Reading.Shapes;

namespace Prober.Scenarios.Format;

/// <summary>A cron expression: the usual five fields, or six or seven with seconds first and years last as Quartz has them.</summary>
internal sealed partial class CronShape : Shape<string>
{
    private static readonly (string Name, int Least, int Most)[] Fields =
    [
        ("seconds", 0, 59), ("minutes", 0, 59), ("hours", 0, 23), ("day of the month", 1, 31), ("month", 1, 12),
        ("day of the week", 0, 7), ("year", 1970, 2099),
    ];

    public override string Expected => "a cron expression of five, six or seven fields";

    public override string Read(StrictNode node, ReadContext context)
    {
        var text = Common.Text.Read(node, context);
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is < 5 or > 7) throw node.Error($"expected {Expected}, found {node.Describe()} with {parts.Length}.");
        var fields = parts.Length == 5 ? Fields[1..] : Fields;
        foreach (var (part, field) in parts.Zip(fields))
            if (!IsValid(part, field.Least, field.Most))
                throw node.Error($"expected {Expected}, found {node.Describe()}: its field for {field.Name} is not valid.");
        return text;
    }

    public override JsonObject Schema(SchemaDefinitions definitions) => Common.Text.Schema(definitions);

    private static bool IsValid(string part, int least, int most) => part.Split(',').All(item =>
        Item().IsMatch(item)
        && Number().Matches(item.Split('/')[0]).All(number =>
            int.TryParse(number.Value, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most));

    [GeneratedRegex(
        @"^(\*|\?|LW?(-[0-9]+)?|([0-9]+|[A-Z]{3})(-([0-9]+|[A-Z]{3}))?)(/[0-9]+)?$|^[0-9]+[LW]$|^([0-9]|[A-Z]{3})#[1-5]$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Item();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}
