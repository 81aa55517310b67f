using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Prober.EndToEnd.Commands;

/// <summary>A recording to which requests are added that carry one secret in every place and every way of writing in which one has been seen in a customer's file.</summary>
internal static class CanaryFile
{
    /// <summary>The recording's text with the secret strewn into it.</summary>
    public static string Of(byte[] har, string secret)
    {
        var root = JsonNode.Parse(har)!;
        var entries = root["log"]!["entries"]!.AsArray();
        var pattern = entries.First(entry => (string?)entry!["request"]!["method"] == "GET" && (int?)entry["response"]!["status"] == 200)!;
        var number = 0;
        foreach (var (url, header, type, body) in Places(secret))
        {
            var entry = pattern.DeepClone();
            entry["request"]!["url"] = $"https://elsewhere.example/odd/{number++}{url}";
            entry["request"]!["queryString"] = new JsonArray();
            entry["request"]!["headers"]!.AsArray().Add(new JsonObject { ["name"] = "x-odd", ["value"] = header });
            entry["request"]!["headers"]!.AsArray().Add(new JsonObject { ["name"] = "referer", ["value"] = $"https://elsewhere.example/from{url}" });
            entry["response"]!["headers"]!.AsArray().Add(new JsonObject { ["name"] = "x-answer", ["value"] = header });
            entry["response"]!["content"] = new JsonObject { ["size"] = body.Length, ["mimeType"] = type, ["text"] = type == "application/octet-stream" ? Convert.ToBase64String(body) : Encoding.UTF8.GetString(body) };
            if (type == "application/octet-stream") entry["response"]!["content"]!["encoding"] = "base64";
            entries.Add(entry);
        }

        return root.ToJsonString();
    }

    private static IEnumerable<(string Url, string Header, string Type, byte[] Body)> Places(string secret)
    {
        var escaped = string.Concat(secret.Select(letter => $"%{(int)letter:X2}"));
        yield return ($"?a={secret}", secret, "text/html", Bytes($"<form><input type=\"hidden\" name=\"again\" value=\"{WebUtility.HtmlEncode(secret)}\"></form>"));
        yield return ($"?b={escaped}", escaped, "application/json", Bytes($$"""{"error":"bad password {{secret}}"}"""));
        yield return ($"?c={escaped.ToLowerInvariant()}", escaped.ToLowerInvariant(), "application/json", Bytes($$"""{"again":"{{string.Concat(secret.Select(letter => $"\\u{(int)letter:x4}"))}}"}"""));
        yield return ($"#d={secret}", $"Basic {Base64("alice:" + secret)}", "text/plain", Bytes($"stack trace: Login(alice, {secret}) failed"));
        for (var offset = 0; offset < 3; offset++)
        {
            var packed = Base64(new string('x', offset) + secret);
            yield return ($"?e={packed.Replace('+', '-').Replace('/', '_').TrimEnd('=')}", packed, "text/plain", Bytes($"trace={packed}"));
        }

        var token = $"{Base64Url("""{"alg":"none"}""")}.{Base64Url($$"""{"sub":"1","hint":"{{secret}}"}""")}.";
        yield return ($"?f={token}", $"Bearer {token}", "application/json", Bytes($$"""{"token":"{{token}}"}"""));
        yield return ($"?SAMLRequest={Uri.EscapeDataString(Deflated($"<samlp:AuthnRequest xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\" ID=\"_1\"><hint>{secret}</hint></samlp:AuthnRequest>"))}", "none", "application/octet-stream", Gzip($"inside {secret} packed"));
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Base64(string text) => Convert.ToBase64String(Bytes(text));

    private static string Base64Url(string text) => Base64(text).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static string Deflated(string text)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true)) deflate.Write(Bytes(text));
        return Convert.ToBase64String(packed.ToArray());
    }

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(Bytes(text));
        return packed.ToArray();
    }
}
