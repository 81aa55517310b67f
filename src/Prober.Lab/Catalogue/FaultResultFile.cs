using System.Text.Encodings.Web;
using System.Text.Json;

namespace Prober.Lab;

/// <summary>The recorded results as text (<c>fault-results.json</c>): one line a fault, in the order of their numbers, so that a difference is seen.</summary>
public static class FaultResultFile
{
    private static readonly JsonSerializerOptions Options =
        new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<FaultResult> Parse(string json) => JsonSerializer.Deserialize<IReadOnlyList<FaultResult>>(json, Options) ?? [];

    public static string Write(IEnumerable<FaultResult> results) =>
        "[\n" + string.Join(",\n", results.OrderBy(result => Order(result.Number)).Select(result => "  " + JsonSerializer.Serialize(result, Options))) + "\n]\n";

    /// <summary>F31b comes after F31 and before F32.</summary>
    public static (int Number, string Letter) Order(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        var digits = string.Concat(number.Skip(1).TakeWhile(char.IsAsciiDigit));
        return (int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture), number[(1 + digits.Length)..]);
    }
}
