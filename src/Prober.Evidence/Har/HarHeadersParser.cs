using System.Text.Json;

namespace Prober.Evidence.Har;

/// <summary>Reads header lists, and the <c>cookies</c> fields that stand in where the header is gone.</summary>
internal sealed class HarHeadersParser(HarReadTally tally)
{
    public List<HarHeader> Read(ref Utf8JsonReader reader)
    {
        var headers = new List<HarHeader>();
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return headers;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartObject) ReadHeader(ref reader, headers);
            else reader.Skip();
        }

        return headers;
    }

    private void ReadHeader(ref Utf8JsonReader reader, List<HarHeader> headers)
    {
        string? name = null, value = null;
        while (LenientJson.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("name"u8)) name = HarEntryParser.Next(ref reader);
            else if (reader.ValueTextEquals("value"u8)) value = HarEntryParser.Next(ref reader);
            else HarEntryParser.SkipValue(ref reader);
        }

        if (string.IsNullOrEmpty(name)) tally.SkippedHeaders++;
        else Add(headers, name, value ?? "");
    }

    /// <summary>Members with scalar values of each object in the array under the reader, by lower-case name.</summary>
    public static List<Dictionary<string, string>> ReadObjects(ref Utf8JsonReader reader)
    {
        var objects = new List<Dictionary<string, string>>();
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return objects;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartObject) objects.Add(ReadObject(ref reader));
            else reader.Skip();
        }

        return objects;
    }

    /// <summary>The Set-Cookie or Cookie header that the <c>cookies</c> field describes, when the list of headers has none.</summary>
    public void Complete(List<HarHeader> headers, List<Dictionary<string, string>> cookies, string header)
    {
        if (cookies.Count == 0 || headers.Exists(present => present.Name.Equals(header, StringComparison.OrdinalIgnoreCase))) return;
        tally.CookiesFromFields++;
        if (header == "cookie") headers.Add(new HarHeader(header, string.Join("; ", cookies.Select(Pair))));
        else headers.AddRange(cookies.Select(cookie => new HarHeader(header, Pair(cookie) + Attributes(cookie))));
    }

    // Recorders that keep headers in a map join values of one name by a line feed. A comma never separates cookies: Expires has one.
    private static void Add(List<HarHeader> headers, string name, string value)
    {
        if (!value.Contains('\n'))
        {
            headers.Add(new HarHeader(name, value));
            return;
        }

        headers.AddRange(value.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => new HarHeader(name, line)));
    }

    private static Dictionary<string, string> ReadObject(ref Utf8JsonReader reader)
    {
        var members = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (LenientJson.NextMember(ref reader))
        {
            var name = LenientJson.Text(ref reader) ?? "";
            reader.Read();
            if (LenientJson.Text(ref reader) is { } value) members[name] = value;
        }

        return members;
    }

    private static string Pair(Dictionary<string, string> cookie) => $"{cookie.GetValueOrDefault("name")}={cookie.GetValueOrDefault("value")}";

    private static string Attributes(Dictionary<string, string> cookie)
    {
        var text = "";
        foreach (var name in (string[])["Path", "Domain", "Expires", "SameSite"])
        {
            if (cookie.GetValueOrDefault(name) is { Length: > 0 } value) text += $"; {name}={value}";
        }

        if (cookie.GetValueOrDefault("httpOnly") == "true") text += "; HttpOnly";
        return cookie.GetValueOrDefault("secure") == "true" ? text + "; Secure" : text;
    }
}
