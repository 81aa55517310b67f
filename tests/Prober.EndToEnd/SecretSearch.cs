using System.Net;
using System.Text;
using Prober.Evidence;

namespace Prober.EndToEnd;

/// <summary>
/// Looks for secrets in what was written. Knows nothing of how redaction works: secrets are read from the raw traffic,
/// encodings are made here.
/// </summary>
internal static class SecretSearch
{
    /// <summary>Cookies, codes, verifiers, passwords and tokens as they went over the wire.</summary>
    public static Dictionary<string, string> SecretsOf(EvidenceBundle raw)
    {
        var secrets = new Dictionary<string, string>();
        foreach (var entry in raw.Traffic.Value!.Entries)
        {
            var parameters = Parameters(entry.Request.Uri?.Query).Concat(Parameters(entry.Request.PostData?.Text));
            foreach (var (name, value) in parameters.Where(pair => pair.Name is "code" or "state" or "nonce" or "code_verifier" or "password" or "id_token_hint"))
            {
                secrets[$"{name} of entry {entry.Index}"] = value;
            }

            foreach (var cookie in entry.Request.Headers.All("cookie").SelectMany(header => header.Split("; ")).Select(pair => pair.Split('=', 2)))
            {
                secrets[$"cookie {cookie[0]} of entry {entry.Index}"] = cookie[^1];
            }
        }

        foreach (var (token, index) in (raw.Tokens.Value ?? []).Select((token, index) => (token, index)).Where(pair => pair.token.Raw is not null))
        {
            secrets[$"token {index}"] = token.Raw!;
        }

        return secrets.Where(secret => secret.Value.Length >= 8).ToDictionary();
    }

    private static IEnumerable<(string Name, string Value)> Parameters(string? form) =>
        (form ?? "").TrimStart('?').Split('&').Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2)
            .Select(pair => (pair[0], WebUtility.UrlDecode(pair[1])));

    /// <summary>Each secret that stands in an artefact, in any of the ways in which texts are written.</summary>
    public static IEnumerable<string> Leaks(Dictionary<string, byte[]> artefacts, IReadOnlyDictionary<string, string> secrets) =>
        from artefact in artefacts
        from secret in secrets
        from encoding in Encodings(secret.Value)
        where artefact.Value.AsSpan().IndexOf(Encoding.UTF8.GetBytes(encoding.Text)) >= 0
        select $"{secret.Key} in {artefact.Key} as {encoding.Name}";

    private static IEnumerable<(string Name, string Text)> Encodings(string secret)
    {
        yield return ("clear", secret);
        yield return ("percent", Uri.EscapeDataString(secret));
        yield return ("percent, lower case", WebUtility.UrlEncode(secret).ToLowerInvariant());
        yield return ("percent twice", Uri.EscapeDataString(Uri.EscapeDataString(secret)));
        yield return ("HTML", WebUtility.HtmlEncode(secret));
        yield return ("JSON", string.Concat(secret.Select(letter => $"\\u{(int)letter:x4}")));
        for (var offset = 0; offset < 3; offset++)
        {
            // The middle of the base64 text is the same whatever surrounds the secret; only its ends depend on the neighbours.
            var base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(new string('x', offset) + secret));
            var middle = base64[(offset == 0 ? 0 : 4)..^4];
            yield return ($"base64 at offset {offset}", middle);
            yield return ($"base64url at offset {offset}", middle.Replace('+', '-').Replace('/', '_'));
        }
    }
}
