using System.Text.Json;
using System.Text.Json.Nodes;
using Prober.Checklist.Reports;
using Prober.Evidence.Tokens;
using Spectre.Console;

namespace Prober.Decoding;

/// <summary>A JWT laid open for a person: header and claims with what they mean, times in words.</summary>
internal sealed class DecodedToken(JwtParts parts, DateTimeOffset now)
{
    private static readonly HashSet<string> Times = ["exp", "iat", "nbf", "auth_time", "updated_at"];

    public void Draw(IAnsiConsole console)
    {
        console.Write(Table("Header", parts.Header));
        if (parts.Claims is not null)
        {
            console.Write(Table("Claims", parts.Claims));
        }

        foreach (var note in Notes())
        {
            console.WriteLine(note);
        }
    }

    public JsonObject ToJson() => new()
    {
        ["header"] = parts.Header?.DeepClone(),
        ["claims"] = parts.Claims?.DeepClone(),
        ["notes"] = new JsonArray([.. Notes().Select(note => JsonValue.Create(note))]),
    };

    /// <summary>What a reader should know before trusting anything in it.</summary>
    public IEnumerable<string> Notes()
    {
        if (parts.IsEncrypted)
        {
            yield return "Encrypted (JWE, RFC 7516): only its audience can read the claims.";
        }

        if (string.Equals(parts.Algorithm, "none", StringComparison.OrdinalIgnoreCase))
        {
            yield return "Not signed: anybody can have written this (alg none).";
        }

        if (parts.DuplicateKeys.Count > 0)
        {
            yield return $"Member names occur twice, and libraries differ in which one they take: {string.Join(", ", parts.DuplicateKeys)}.";
        }

        if (TimeOf("exp") is { } expires)
        {
            yield return expires <= now ? $"Expired {Ago(expires)}." : $"Expires {Ago(expires)}.";
        }

        if (TimeOf("nbf") is { } begins && begins > now)
        {
            yield return $"Not valid yet: it begins {Ago(begins)}.";
        }
    }

    private Table Table(string title, JsonObject? members)
    {
        var table = new Table().Border(TableBorder.Rounded).Title(title).AddColumns(title, "Value", "Meaning");
        foreach (var (name, value) in members ?? [])
        {
            table.AddRow(new Text(name), new Text(Show(name, value)), new Text(ClaimMeanings.Of(name) ?? ""));
        }

        return table;
    }

    private string Show(string name, JsonNode? value) =>
        Times.Contains(name) && TimeOf(name) is { } time
            ? $"{value!.ToJsonString()} = {time:yyyy-MM-dd HH:mm:ss} UTC, {Ago(time)}"
            : value is JsonValue text && text.GetValueKind() == JsonValueKind.String ? text.GetValue<string>() : value?.ToJsonString() ?? "null";

    private DateTimeOffset? TimeOf(string claim)
    {
        // Seconds since 1970 (RFC 7519 section 2, NumericDate); 253402300799 is the last second of year 9999.
        var number = parts.Claims?[claim] is JsonValue value && value.TryGetValue<double>(out var seconds) ? seconds : double.NaN;
        return number is >= 0 and <= 253402300799 ? DateTimeOffset.FromUnixTimeSeconds((long)number) : null;
    }

    private string Ago(DateTimeOffset time) => Distance.Words(time, now);
}
