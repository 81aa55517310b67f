using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Prober.Evidence.Har;
using Prober.Evidence.Tokens;

namespace Prober.EndToEnd.Files;

/// <summary>How each fault of a file is made from the raw traffic of a healthy journey.</summary>
internal static partial class FileEdits
{
    public static IReadOnlyDictionary<string, Func<LabRecording, HarLog>> All { get; } = new Dictionary<string, Func<LabRecording, HarLog>>
    {
        ["F04"] = recording => Login(recording).With(Login(recording).Entries.SkipWhile(entry => !entry.PathOf().StartsWith("/u/login", StringComparison.Ordinal))),
        ["F34"] = recording => Traffic(recording).With(Traffic(recording).Entries.TakeWhile(entry => !entry.IsPasswordPost())),
        ["F35"] = Classic,
        ["F45"] = recording => Traffic(recording).Each(TrafficEdit.WithoutCookies),
        ["F75"] = Implicit,
        ["F77"] = recording => Tampered(recording, IdTokenOf(recording)),
        ["F88"] = recording => EachResponse(recording, encoded => encoded[..(encoded.Length * 2 / 3 / 4 * 4 + 1)]),
        ["F96"] = recording => EachResponse(recording, encoded => Convert.ToBase64String(Encoding.UTF8.GetBytes(Wrapped(Encoding.UTF8.GetString(Convert.FromBase64String(encoded)))))),
        ["F128"] = Login,
    };

    private static HarLog Traffic(LabRecording recording) => recording.Raw.Traffic.Value!;

    /// <summary>The login alone: what a person records and sends.</summary>
    private static HarLog Login(LabRecording recording)
    {
        var end = recording.Raw.Phases.Value![0].EndedAt;
        return Traffic(recording).With(Traffic(recording).Entries.Where(entry => entry.StartedAt <= end));
    }

    /// <summary>Auth0's Classic page: a script sends the password, and a form goes to /login/callback.</summary>
    private static HarLog Classic(LabRecording recording) => Login(recording).With(Login(recording).Entries.SelectMany(AsClassic));

    private static IEnumerable<HarEntry> AsClassic(HarEntry entry)
    {
        if (!entry.IsPasswordPost()) return [entry];
        var root = entry.Request.Uri!.GetLeftPart(UriPartial.Authority);
        var script = entry.WithUrl(root + "/usernamepassword/login") with
        {
            ResourceType = "xhr",
            Response = entry.Response with
            {
                Status = 200,
                RedirectUrl = null,
                MimeType = "text/html",
                Headers = new([new("content-type", "text/html")]),
                Body = """<form method="post" action="/login/callback"><input type="hidden" name="wa" value="wsignin1.0"></form>""",
            },
        };
        return [script, entry.WithUrl(root + "/login/callback").WithPostData("wa=wsignin1.0&wresult=eyJ.wresult.value&wctx=eyJ.wctx.value") with { StartedAt = entry.StartedAt.AddMilliseconds(1) }];
    }

    /// <summary>The same login with tokens in the fragment, which stands in the Location header alone.</summary>
    private static HarLog Implicit(LabRecording recording)
    {
        var access = recording.Raw.Tokens.Value!.First(token => token.Kind == TokenKind.Access).Raw;
        return Login(recording).With(Login(recording).Entries.Where(entry => entry.PathOf() != "/oauth/token").Select(entry =>
        {
            entry = entry.WithUrl(AsImplicit(entry.Request.Url));
            var location = entry.Response.Headers["location"];
            if (location is null) return entry.Request.Url.Contains("?code=", StringComparison.Ordinal) ? entry.WithUrl(entry.Request.Url.Split('?')[0]) : entry;
            if (!location.Contains("?code=", StringComparison.Ordinal)) return entry.WithLocation(AsImplicit(location));
            return entry.WithLocation($"{location.Split('?')[0]}#id_token={IdTokenOf(recording)}&access_token={access}&token_type=Bearer&state={QueryString.OfUrl(location)["state"]}");
        }));
    }

    private static string AsImplicit(string url) => url.Replace("response_type=code", "response_type=id_token%20token", StringComparison.Ordinal);

    private static string IdTokenOf(LabRecording recording) => recording.Raw.Tokens.Value!.First(token => token.Kind == TokenKind.Id).Raw!;

    /// <summary>One character of the signature, wherever the token stands in the file.</summary>
    private static HarLog Tampered(LabRecording recording, string token)
    {
        var place = token.LastIndexOf('.') + 10;
        var other = token[..place] + (token[place] == 'A' ? 'B' : 'A') + token[(place + 1)..];
        return Login(recording).Each(entry => entry with { Response = entry.Response with { Body = entry.Response.Body?.Replace(token, other, StringComparison.Ordinal) } });
    }

    private static HarLog EachResponse(LabRecording recording, Func<string, string> edit) => Login(recording).Each(entry =>
        entry.Request.PostData?.Text is { } text && SamlResponse().Match(text) is { Success: true } match
            ? entry.WithPostData(text.Replace(match.Groups[1].Value, Uri.EscapeDataString(edit(Uri.UnescapeDataString(match.Groups[1].Value))), StringComparison.Ordinal))
            : entry);

    /// <summary>XML signature wrapping: the signed assertion is kept where nobody looks, and a forged one takes its place.</summary>
    private static string Wrapped(string xml)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        document.LoadXml(xml);
        var assertion = (XmlElement)document.GetElementsByTagName("Assertion", "urn:oasis:names:tc:SAML:2.0:assertion")[0]!;
        var forged = (XmlElement)assertion.CloneNode(deep: true);
        forged.SetAttribute("ID", "_forged");
        assertion.ParentNode!.ReplaceChild(forged, assertion);
        var aside = document.CreateElement("Object", "http://www.w3.org/2000/09/xmldsig#");
        aside.AppendChild(assertion);
        ((XmlElement)forged.GetElementsByTagName("Signature", "http://www.w3.org/2000/09/xmldsig#")[0]!).AppendChild(aside);
        return document.OuterXml;
    }

    [GeneratedRegex("(?:^|&)SAMLResponse=([^&]+)")]
    private static partial Regex SamlResponse();
}
