using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Prober.Evidence.Har;

/// <summary>Writes a log as HAR 1.2 that browsers' developer tools can import and that <see cref="HarReader"/> reads back unchanged.</summary>
public static class HarWriter
{
    private static readonly JsonWriterOptions Format = new()
    {
        Indented = true,
        IndentSize = 1,
        // The file is never put into HTML, and %, & and + are what its readers look for.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(HarLog log, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(log);
        using var json = new Utf8JsonWriter(stream, Format);
        json.WriteStartObject();
        json.WriteStartObject("log");
        json.WriteString("version", "1.2");
        WriteTool(json, "creator", log.Creator, log.CreatorVersion);
        if (log.Browser is { } browser) WriteTool(json, "browser", browser, "");
        json.WritePropertyName("_prober");
        JsonSerializer.Serialize(json, log.Report, HarJson.Default.HarReadReport);
        WritePages(json, log);
        json.WriteStartArray("entries");
        foreach (var entry in log.Entries) WriteEntry(json, entry);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter json, string member, string name, string? version)
    {
        json.WriteStartObject(member);
        json.WriteString("name", name);
        if (version is not null) json.WriteString("version", version);
        json.WriteEndObject();
    }

    // Importers look up the page of every entry, so each page that is named must be there.
    private static void WritePages(Utf8JsonWriter json, HarLog log)
    {
        json.WriteStartArray("pages");
        foreach (var first in log.Entries.Where(entry => entry.Page is not null).DistinctBy(entry => entry.Page))
        {
            json.WriteStartObject();
            json.WriteString("startedDateTime", Time(first.StartedAt));
            json.WriteString("id", first.Page);
            json.WriteString("title", "");
            json.WriteStartObject("pageTimings");
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteEntry(Utf8JsonWriter json, HarEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("startedDateTime", Time(entry.StartedAt));
        json.WriteNumber("time", entry.TimeMs);
        if (entry.Page is { } page) json.WriteString("pageref", page);
        if (entry.Frame is { } frame) json.WriteString("_frameref", frame);
        if (entry.ResourceType is { } type) json.WriteString("_resourceType", type);
        if (entry.FromServiceWorker) json.WriteBoolean("_fetchedViaServiceWorker", true);
        WriteRequest(json, entry.Request);
        WriteResponse(json, entry.Response);
        json.WriteStartObject("cache");
        json.WriteEndObject();
        json.WriteStartObject("timings");
        json.WriteNumber("send", 0);
        json.WriteNumber("wait", Math.Max(0, entry.TimeMs));
        json.WriteNumber("receive", 0);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRequest(Utf8JsonWriter json, HarRequest request)
    {
        json.WriteStartObject("request");
        json.WriteString("method", request.Method);
        json.WriteString("url", request.Url);
        WriteCommon(json, request.Headers);
        json.WriteStartArray("queryString");
        foreach (var parameter in QueryString.OfUrl(request.Url)) WritePair(json, parameter.Name, parameter.Value);
        json.WriteEndArray();
        if (request.PostData is { } body)
        {
            json.WriteStartObject("postData");
            json.WriteString("mimeType", body.MimeType);
            if (body.Text is not null) json.WriteString("text", body.Text);
            json.WriteEndObject();
        }

        json.WriteNumber("bodySize", request.PostData?.Text is { } text ? Encoding.UTF8.GetByteCount(text) : 0);
        json.WriteEndObject();
    }

    private static void WriteResponse(Utf8JsonWriter json, HarResponse response)
    {
        json.WriteStartObject("response");
        json.WriteNumber("status", response.Status);
        json.WriteString("statusText", "");
        WriteCommon(json, response.Headers);
        json.WriteStartObject("content");
        json.WriteNumber("size", response.BodySize);
        json.WriteString("mimeType", response.MimeType ?? "");
        if (response.Body is { } body) json.WriteString("text", body);
        json.WriteEndObject();
        json.WriteString("redirectURL", response.RedirectUrl ?? "");
        if (response.Failure is { } failure) json.WriteString("_failureText", failure);
        json.WriteNumber("bodySize", -1);
        json.WriteEndObject();
    }

    private static void WriteCommon(Utf8JsonWriter json, HarHeaders headers)
    {
        json.WriteString("httpVersion", "");
        json.WriteNumber("headersSize", -1);
        json.WriteStartArray("cookies");
        json.WriteEndArray();
        json.WriteStartArray("headers");
        foreach (var header in headers) WritePair(json, header.Name, header.Value);
        json.WriteEndArray();
    }

    private static void WritePair(Utf8JsonWriter json, string name, string value)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("value", value);
        json.WriteEndObject();
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
}
