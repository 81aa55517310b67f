using System.Text;
using Prober.Evidence.Har.Streaming;

namespace Prober.Evidence.Har;

/// <summary>Reads header lists, and the <c>cookies</c> fields that stand in where the header is gone.</summary>
internal sealed class HarHeadersParser(HarReadTally tally, StringPool pool)
{
    public List<HarHeader> Read(JsonStreamReader json)
    {
        var headers = new List<HarHeader>();
        if (!json.BeginArray())
        {
            json.SkipValue();
            return headers;
        }

        while (json.NextElement())
        {
            if (json.BeginObject()) ReadHeader(json, headers);
            else if (json.BeginArray()) ReadPair(json, headers);
            else json.SkipValue();
        }

        return headers;
    }

    private void ReadHeader(JsonStreamReader json, List<HarHeader> headers)
    {
        string? name = null, value = null;
        while (json.NextMember())
        {
            if (json.Is("name"u8)) name = json.PooledText(pool);
            else if (json.Is("value"u8)) value = json.PooledText(pool);
            else json.SkipValue();
        }

        if (string.IsNullOrEmpty(name)) tally.SkippedHeaders++;
        else Add(headers, pool.Lower(name), value ?? "");
    }

    // SAML-tracer before 1.0.
    private void ReadPair(JsonStreamReader json, List<HarHeader> headers)
    {
        var parts = new List<string?>();
        while (json.NextElement()) parts.Add(json.PooledText(pool));
        if (parts is [{ Length: > 0 } name, var value, ..]) Add(headers, pool.Lower(name), value ?? "");
        else tally.SkippedHeaders++;
    }

    /// <summary>Members with scalar values of each object in the next array, by lower-case name.</summary>
    public static List<Dictionary<string, string>> ReadObjects(JsonStreamReader json)
    {
        var objects = new List<Dictionary<string, string>>();
        if (!json.BeginArray())
        {
            json.SkipValue();
            return objects;
        }

        while (json.NextElement())
        {
            if (json.BeginObject()) objects.Add(ReadObject(json));
            else json.SkipValue();
        }

        return objects;
    }

    /// <summary>The bytes of a <c>cookies</c> field; null when the header that it repeats was read already, or when it is empty.</summary>
    public static byte[]? ReadCookies(JsonStreamReader json, List<HarHeader> headers, string header)
    {
        if (json.Peek() != '[' || Has(headers, header))
        {
            json.SkipValue();
            return null;
        }

        return json.Copy() is { Length: > 2 } cookies ? cookies : null;
    }

    /// <summary>The Set-Cookie or Cookie header that the <c>cookies</c> field describes, when the list of headers has none.</summary>
    public void Complete(List<HarHeader> headers, byte[]? field, string header)
    {
        if (field is null || Has(headers, header)) return;
        var cookies = ReadObjects(JsonStreamReader.Of(field));
        if (cookies.Count == 0) return;
        tally.CookiesFromFields++;
        if (header == "cookie") headers.Add(new HarHeader(header, string.Join("; ", cookies.Select(Pair))));
        else headers.AddRange(cookies.Select(cookie => new HarHeader(header, Pair(cookie) + Attributes(cookie))));
    }

    private static bool Has(List<HarHeader> headers, string name) =>
        headers.Exists(present => present.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    // Recorders that keep headers in a map join values of one name by a line feed, or, for cookies too, by a comma.
    private void Add(List<HarHeader> headers, string name, string value)
    {
        var isCookie = name == "set-cookie";
        if (!value.Contains('\n') && !(isCookie && value.Contains(',')))
        {
            headers.Add(pool.Header(name, value));
            return;
        }

        var lines = value.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        headers.AddRange(lines.SelectMany(line => isCookie ? JoinedCookies.Split(line) : [line]).Select(line => new HarHeader(name, line)));
    }

    private static Dictionary<string, string> ReadObject(JsonStreamReader json)
    {
        var members = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (json.NextMember())
        {
            var name = Encoding.UTF8.GetString(json.Name);
            if (json.Text() is { } value) members[name] = value;
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
