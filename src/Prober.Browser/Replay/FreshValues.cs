using System.Text;
using System.Text.RegularExpressions;
using Prober.Evidence.Har;

namespace Prober.Browser.Replay;

/// <summary>
/// Values that a browser makes up anew each time (state, nonce, PKCE). They are learnt by laying a request beside the recorded one, put into recorded
/// answers, which the page would refuse with the old ones, and taken back out of what the browser sends.
/// </summary>
/// <param name="typed">What the journey types; a recording's password is never exchanged for it.</param>
internal sealed partial class FreshValues(IReadOnlyCollection<string> typed)
{
    /// <value>Characters; a shorter value stands in too many places that have nothing to do with it.</value>
    private const int Shortest = 8;

    private readonly List<(string Recorded, string Fresh)> _pairs = [];
    private readonly Lock _gate = new();

    /// <summary>Learns what differs between a request and the recorded one that it repeats.</summary>
    public void Learn(RequestSeen seen, HarEntry recorded)
    {
        Learn(seen.Query, QueryString.OfUrl(recorded.Request.Url));
        Learn(seen.Form, FormBody.Of(recorded.Request) ?? QueryString.Empty);
    }

    /// <summary>A recorded text as the replaying browser has to get it, tokens inside included.</summary>
    public string Freshen(string text)
    {
        var pairs = Pairs();
        if (pairs.Length == 0) return text;
        var tokens = Token().Replace(text, match => Freshen(match, pairs));
        return Exchange(tokens, pairs.Select(pair => (pair.Recorded, pair.Fresh)));
    }

    /// <summary>A text of the replaying browser as the recorded one would have sent it.</summary>
    public string Restore(string text) => Exchange(text, Pairs().Reverse().Select(pair => (pair.Fresh, pair.Recorded)));

    private void Learn(QueryString seen, QueryString recorded)
    {
        foreach (var parameter in recorded.Where(parameter => parameter.Value.Length >= Shortest))
        {
            if (seen[parameter.Name] is { Length: >= Shortest } fresh && fresh != parameter.Value && !typed.Contains(fresh)) Remember(parameter.Value, fresh);
        }
    }

    private void Remember(string recorded, string fresh)
    {
        lock (_gate)
        {
            // The newest goes first: a journey makes up a state for each login, and each is met in its own recorded one.
            if (!_pairs.Contains((recorded, fresh))) _pairs.Insert(0, (recorded, fresh));
        }
    }

    private (string Recorded, string Fresh)[] Pairs()
    {
        lock (_gate) return [.. _pairs];
    }

    // The signature no longer fits, which only a server could notice. The whole token is remembered, as the browser may send it back.
    private string Freshen(Match token, (string Recorded, string Fresh)[] pairs)
    {
        if (Decode(token.Groups["claims"].Value) is not { } claims) return token.Value;
        var exchanged = Exchange(claims, pairs.Select(pair => (pair.Recorded, pair.Fresh)));
        if (exchanged == claims) return token.Value;
        var fresh = $"{token.Groups["header"].Value}.{Encode(exchanged)}.{token.Groups["signature"].Value}";
        Remember(token.Value, fresh);
        return fresh;
    }

    private static string Exchange(string text, IEnumerable<(string From, string To)> pairs)
    {
        foreach (var (from, to) in pairs)
        {
            text = text.Replace(from, to, StringComparison.Ordinal);
            var (escapedFrom, escapedTo) = (Uri.EscapeDataString(from), Uri.EscapeDataString(to));
            if (escapedFrom != from) text = text.Replace(escapedFrom, escapedTo, StringComparison.OrdinalIgnoreCase);
        }

        return text;
    }

    private static string? Decode(string part)
    {
        try
        {
            return Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(part));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string Encode(string claims) => System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims));

    [GeneratedRegex(@"\b(?<header>eyJ[\w-]{8,})\.(?<claims>eyJ[\w-]{8,})\.(?<signature>[\w-]*)", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
