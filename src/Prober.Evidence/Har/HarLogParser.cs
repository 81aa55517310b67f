using System.Text.Json;

namespace Prober.Evidence.Har;

/// <summary>
/// Walks the archive down to its entries. It asks for one whole entry at a time and for nothing behind it, so a reader that
/// refills its buffer between entries can take its place without a change in the parsers below.
/// </summary>
internal sealed class HarLogParser(HarReadOptions options, HarReadTally tally)
{
    private readonly HarEntryParser _entryParser = new(options, tally);
    private readonly List<HarEntry> _entries = [];
    private string? _creator;
    private string? _creatorVersion;
    private string? _browser;
    private bool _hasEntries;
    private HarReadReport? _report;

    public HarLog Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 256 });
        Expect(ref reader, json, reader.Read() && reader.TokenType == JsonTokenType.StartObject, "expected an object with a member \"log\"");
        var hasLog = false;
        while (LenientJson.NextMember(ref reader))
        {
            var isLog = reader.ValueTextEquals("log"u8);
            reader.Read();
            if (!isLog)
            {
                reader.Skip();
                continue;
            }

            Expect(ref reader, json, reader.TokenType == JsonTokenType.StartObject, "expected \"log\" to be an object");
            ReadLog(ref reader, json);
            hasLog = true;
        }

        Expect(ref reader, json, hasLog, "expected a member \"log\" in the outermost object");
        Expect(ref reader, json, _hasEntries, "expected a member \"entries\" in \"log\"");
        return Build();
    }

    private static void Expect(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, bool met, string expected)
    {
        if (met) return;
        var (line, column) = JsonPosition.Of(json, reader.TokenStartIndex);
        throw new HarFormatException(expected, line, column, reader.TokenStartIndex);
    }

    private void ReadLog(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        while (LenientJson.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("entries"u8)) ReadEntries(ref reader, json);
            else if (reader.ValueTextEquals("creator"u8)) (_creator, _creatorVersion) = ReadTool(ref reader);
            else if (reader.ValueTextEquals("browser"u8)) _browser = ReadTool(ref reader) is var (name, version) ? Join(name, version) : null;
            else if (reader.ValueTextEquals("_prober"u8)) _report = HarProberField.Read(ref reader);
            else
            {
                reader.Read();
                reader.Skip();
            }
        }
    }

    private void ReadEntries(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        reader.Read();
        _hasEntries = true;
        if (reader.TokenType == JsonTokenType.Null) return;
        Expect(ref reader, json, reader.TokenType == JsonTokenType.StartArray, "expected \"entries\" to be an array");
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (_entryParser.Read(ref reader) is { } entry) _entries.Add(entry);
        }
    }

    private static (string? Name, string? Version) ReadTool(ref Utf8JsonReader reader)
    {
        string? name = null, version = null;
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject) return (LenientJson.Text(ref reader), null);
        while (LenientJson.NextMember(ref reader))
        {
            var isName = reader.ValueTextEquals("name"u8);
            var isVersion = reader.ValueTextEquals("version"u8);
            reader.Read();
            var text = LenientJson.Text(ref reader);
            if (isName) name = text;
            else if (isVersion) version = text;
        }

        return (name, version);
    }

    private static string? Join(string? name, string? version) =>
        string.IsNullOrWhiteSpace(version) || name is null ? name : $"{name} {version}";

    private HarLog Build()
    {
        for (var i = 1; i < _entries.Count && !tally.Reordered; i++) tally.Reordered = _entries[i].StartedAt < _entries[i - 1].StartedAt;
        var ordered = tally.Reordered ? _entries.OrderBy(entry => entry.StartedAt) : _entries.AsEnumerable();
        return new HarLog
        {
            Creator = _creator ?? "",
            CreatorVersion = _creatorVersion,
            Browser = _browser,
            Entries = [.. ordered.Select((entry, index) => entry.Index == index ? entry : entry with { Index = index })],
            Report = _report ?? tally.ToReport(),
        };
    }
}
