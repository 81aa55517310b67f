using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Prober.Evidence.Har;

namespace Prober.Tests.Evidence.Redaction.Sanitizing;

/// <summary>A HAR in a browser's own shape, with <see cref="Canary"/>'s secrets also where our own writer puts nothing.</summary>
internal static class CanaryHar
{
    public static readonly byte[] Bytes = Encoding.UTF8.GetBytes(Create().ToJsonString());

    private static JsonObject Create()
    {
        var file = new MemoryStream();
        HarWriter.Write(Canary.Bundle().Traffic.Value!, file);
        var har = JsonNode.Parse(file.ToArray())!.AsObject();
        var log = har["log"]!.AsObject();
        log.Remove("_prober");
        var disguised = Canary.Everything().SelectMany(Canary.Disguises).ToList();
        log["pages"] = new JsonArray(new JsonObject { ["id"] = "page_1", ["title"] = $"https://portal.example/cb?code={Canary.Code}", ["comment"] = $"of {Canary.User}", ["pageTimings"] = new JsonObject { ["onLoad"] = 12.50 } });
        log["_unknown"] = new JsonObject { ["a"] = Texts(disguised) };
        log["entries"]!.AsArray().Add(Odd(disguised));
        return har;
    }

    private static JsonObject Odd(List<string> disguised) => new()
    {
        ["startedDateTime"] = "2026-03-12T11:15:02.000Z",
        ["time"] = 1.250,
        ["_initiator"] = new JsonObject { ["type"] = "script", ["url"] = $"https://portal.example/cb?code={Canary.Code}", ["stack"] = new JsonObject { ["callFrames"] = new JsonArray(new JsonObject { ["url"] = $"https://portal.example/app.js?access_token={Canary.Access}", ["lineNumber"] = 7 }) } },
        ["_webSocketMessages"] = new JsonArray([.. disguised.Select(text => (JsonNode)new JsonObject { ["type"] = "receive", ["opcode"] = 1, ["data"] = text }), new JsonObject { ["type"] = "send", ["opcode"] = 2, ["data"] = Convert.ToBase64String(Encoding.UTF8.GetBytes($"\u0001{Canary.Cookie}")) }]),
        ["request"] = new JsonObject
        {
            ["method"] = "POST",
            ["url"] = $"https://portal.example/ws?SAMLRequest={Uri.EscapeDataString(Deflated())}&RelayState={Uri.EscapeDataString(Canary.State)}",
            ["headers"] = new JsonArray(),
            ["cookies"] = new JsonArray(new JsonObject { ["name"] = "sid", ["value"] = Canary.Cookie, ["httpOnly"] = true }, new JsonObject { ["name"] = "s2", ["value"] = Uri.UnescapeDataString(Canary.Cookie) }),
            ["queryString"] = new JsonArray(new JsonObject { ["name"] = "state", ["value"] = Uri.EscapeDataString(Canary.State) }, new JsonObject { ["name"] = "plain", ["value"] = Canary.Code }),
            ["postData"] = new JsonObject { ["mimeType"] = "application/x-www-form-urlencoded", ["params"] = new JsonArray(new JsonObject { ["name"] = "password", ["value"] = Canary.Password }) },
        },
        ["response"] = new JsonObject
        {
            ["status"] = 200,
            ["statusText"] = $"no {Canary.Code}",
            ["_error"] = $"net::ERR at https://idp.example/?code={Canary.Code}",
            ["redirectURL"] = $"https://portal.example/cb#access_token={Canary.Access}",
            ["headers"] = new JsonArray(),
            ["content"] = new JsonObject { ["mimeType"] = "application/json", ["encoding"] = "base64", ["text"] = Convert.ToBase64String(Zipped(string.Join('\n', disguised))) },
        },
    };

    private static JsonArray Texts(List<string> texts) => new([.. texts.Select(text => (JsonNode)JsonValue.Create(text))]);

    private static string Deflated()
    {
        var output = new MemoryStream();
        using (var zlib = new ZLibStream(output, CompressionLevel.Fastest)) zlib.Write(Encoding.UTF8.GetBytes($"<LogoutRequest ID=\"_1\"><NameID>{Canary.User}</NameID><SessionIndex>3v1qTsLk0459</SessionIndex></LogoutRequest>"));
        return Convert.ToBase64String(output.ToArray());
    }

    private static byte[] Zipped(string text)
    {
        var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.Fastest)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return output.ToArray();
    }
}
