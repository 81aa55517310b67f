using System.Globalization;
using Prober.Evidence.Har;
using Prober.Evidence.Redaction;

namespace Prober.Checklist.Checks.Extra;

/// <summary>How large the Cookie header grows, and after how many more logins a usual server would refuse it.</summary>
public sealed class HeaderSize : Check
{
    /// <summary>The smallest of the usual limits, in bytes: Apache's LimitRequestFieldSize 8190, nginx's large_client_header_buffers 8k.</summary>
    private const int UsualLimit = 8190;

    /// <summary>From here on, in bytes, one more group or login may be the last.</summary>
    private const int Large = 6144;

    private const int FewLogins = 5;

    public override CheckInfo Info { get; } = new(
        "extra-header-size", Stage.Extra, CheckClass.Root,
        "Does the Cookie header stay well below what servers accept?",
        "People with many groups get 400, 431 or 502 where everybody else is fine, and only after some logins.",
        "Keep the session on the server with an identifier in the cookie, put fewer claims into it, and clear the cookies of finished logins.")
    {
        Owner = FaultOwner.Application,
        AnsweredBy = "a recording with cookies",
        References = ["RFC 6585 section 5", "https://github.com/auth0/nextjs-auth0/issues/60"],
        Reasons = new Dictionary<string, string>
        {
            ["small"] = "the largest is well below the usual limit",
            ["large"] = "the largest is close to the usual limit, or above it",
            ["growing"] = "it grows with every login and would reach the usual limit soon",
            ["no-cookies"] = "no request carried cookies",
        },
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        var facts = evidence.Facts;
        var sizes = evidence.Traffic.Entries.Select(entry => (Entry: entry, Bytes: Bytes(entry.Request))).Where(item => item.Bytes > 0).ToList();
        if (sizes.Count == 0)
        {
            return facts.Has("cookies-stripped") ? Finding.Inconclusive("no-cookies", "The export removed the cookies.")
                : Finding.NotApplicable("no-cookies", "No request carried cookies.");
        }

        var largest = sizes.MaxBy(item => item.Bytes);
        var host = largest.Entry.Request.Uri?.Authority;
        var pointer = EvidencePointer.Har(largest.Entry.Index, "request.header.cookie", $"{largest.Bytes} bytes");
        var text = $"The largest Cookie header has {largest.Bytes.ToString("N0", CultureInfo.InvariantCulture)} bytes (to {host})";
        if (largest.Bytes >= Large) return Finding.Warn("large", $"{text}; usual servers refuse more than {UsualLimit}.", pointer);
        var growth = Growth(evidence, host);
        var logins = growth > 0 ? (UsualLimit - largest.Bytes) / growth : int.MaxValue;
        return logins <= FewLogins
            ? Finding.Warn("growing", $"{text} and grows by {growth} with every login: after {logins} more, usual servers refuse it.", pointer)
            : Finding.Pass("small", $"{text}; usual servers accept {UsualLimit}.", pointer);
    }

    /// <summary>Bytes by which the header to a host grew from one login's authorization request to the next, at the largest.</summary>
    private static int Growth(EvidenceReader evidence, string? host)
    {
        var steps = evidence.Facts.Interactive
            .Select(login => evidence.Facts.RedirectedFrom(login.Authorization) is { } start && start.Request.Uri?.Authority == host ? Bytes(start.Request)
                : login.Authorization.Request.Uri?.Authority == host ? Bytes(login.Authorization.Request) : -1)
            .Where(size => size > 0).ToList();
        return steps.Count < 3 ? 0 : steps.Zip(steps.Skip(1)).Min(pair => pair.Second - pair.First);
    }

    /// <summary>As sent, before redaction: a fingerprint tells the length of what it stands for.</summary>
    private static int Bytes(HarRequest request)
    {
        var cookies = CookieHeader.Of(request);
        return cookies.Sum(pair => pair.Name.Length + 1 + (Fingerprint.TryReadLength(pair.Value, out var length) ? length : pair.Value.Length))
            + (Math.Max(0, cookies.Count - 1) * "; ".Length);
    }
}
