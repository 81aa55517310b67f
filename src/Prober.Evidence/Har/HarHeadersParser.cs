using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using Prober.Evidence.Har.Streaming;

namespace Prober.Evidence.Har;

/// <summary>Reads header lists, and the <c>cookies</c> fields that stand in where the header is gone.</summary>
internal sealed class HarHeadersParser(HarReadTally tally, StringPool pool)
{
    private static readonly HarHeader Postponed = new("", "");

    private readonly PairList _pairs = new();
    private readonly HeaderForecast _forecast = new();
    private readonly List<HarHeader> _read = [];
    private readonly ArrayBufferWriter<byte> _cookies = new();
    private readonly ArrayBufferWriter<byte> _values = new();
    private readonly List<(int At, string Name, int Start, int Length)> _postponed = [];
    private bool _maybeFile;

    /// <summary>Begins the next message, which has no headers yet.</summary>
    /// <param name="maybeFile">True when it may turn out to be a file of which only some headers are kept: the others are decoded when it did not.</param>
    public void Begin(bool maybeFile = false)
    {
        _maybeFile = maybeFile;
        _cookies.ResetWrittenCount();
        Clear();
    }

    /// <summary>The next value as headers; the list is good until the next message.</summary>
    public List<HarHeader> Read(JsonStreamReader json)
    {
        Clear();
        var headers = _read;
        if (!json.BeginArray())
        {
            json.SkipValue();
            return headers;
        }

        if (ReadPlain(json, headers)) return headers;
        while (json.NextElement())
        {
            if (json.BeginObject()) ReadHeader(json, headers);
            else if (json.BeginArray()) ReadPair(json, headers);
            else json.SkipValue();
        }

        return headers;
    }

    // True when the list ended; else it goes on with what the general way must read.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool ReadPlain(JsonStreamReader json, List<HarHeader> headers)
    {
        json.Peek();
        _forecast.Begin();
        while (true)
        {
            var rest = json.Window.Rest;
            if (_forecast.TryNext(rest, out var foretold, out var length, out var isLast)) headers.Add(foretold);
            else if (!_pairs.TryRead(rest, out var pair, out length, out isLast)) return false;
            else if (pair.Name.IsEmpty) tally.SkippedHeaders++;
            else
            {
                var (name, count) = (pool.Lower(json.Pooled(pair.Name, pool)), headers.Count);
                var isPostponed = IsPostponed(name, pair.Value);
                if (isPostponed) Postpone(name, pair.Value);
                else Add(headers, name, json.Pooled(pair.Value, pool));
                _forecast.Learn(rest[..length], name, !isPostponed && headers.Count == count + 1 ? headers[count] : null, isLast);
            }

            json.PassElement(length, isLast);
            if (isLast) return true;
        }
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

    /// <summary>Keeps a <c>cookies</c> field until it is known whether the header that it repeats is there.</summary>
    public void ReadCookies(JsonStreamReader json, string header)
    {
        _cookies.ResetWrittenCount();
        if (json.Peek() != '[' || Has(_read, header)) json.SkipValue();
        else json.Copy(_cookies);
    }

    /// <summary>Adds the Set-Cookie or Cookie header that the <c>cookies</c> field describes, when the list of headers has none.</summary>
    public void Complete(string header)
    {
        if (_cookies.WrittenCount > 2 && !Has(_read, header)) AddCookies(_read, header);
    }

    /// <summary>The first value of a header that is kept of every message.</summary>
    public string? Value(string name) => _read.Find(header => header.Name == name)?.Value;

    /// <summary>All headers of the message.</summary>
    public HarHeaders All(JsonStreamReader json)
    {
        foreach (var (at, name, start, length) in _postponed) _read[at] = pool.Header(name, json.Pooled(_values.WrittenSpan.Slice(start, length), pool));
        return pool.Shared(_read);
    }

    /// <summary>Those that are kept of a file.</summary>
    public HarHeaders OfFile()
    {
        _read.RemoveAll(header => !StaticFiles.Kept.Contains(header.Name));
        return pool.Shared(_read);
    }

    private void Clear()
    {
        _values.ResetWrittenCount();
        _postponed.Clear();
        _read.Clear();
    }

    // A line feed would make several headers of one value.
    private bool IsPostponed(string name, ReadOnlySpan<byte> value) =>
        _maybeFile && !StaticFiles.Kept.Contains(name) && !value.Contains((byte)'\n') && value.IndexOf("\\n"u8) < 0 && value.IndexOf("\\u"u8) < 0 && pool.Find(value) is null;

    private void Postpone(string name, ReadOnlySpan<byte> value)
    {
        _postponed.Add((_read.Count, name, _values.WrittenCount, value.Length));
        _values.Write(value);
        _read.Add(Postponed);
    }

    private void AddCookies(List<HarHeader> headers, string header)
    {
        var cookies = ReadObjects(JsonStreamReader.Of(_cookies.WrittenSpan.ToArray()));
        if (cookies.Count == 0) return;
        tally.CookiesFromFields++;
        if (header == "cookie") headers.Add(new HarHeader(header, string.Join("; ", cookies.Select(Pair))));
        else headers.AddRange(cookies.Select(cookie => new HarHeader(header, Pair(cookie) + Attributes(cookie))));
    }

    private static bool Has(List<HarHeader> headers, string name) =>
        headers.Exists(present => present.Name == name);

    // Recorders that keep headers in a map join values of one name by a line feed, or, for cookies too, by a comma.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
