using System.Globalization;
using Prober.Evidence.Har;
using Prober.Evidence.Redaction;
using Prober.Evidence.Session;

namespace Prober.Tests.Checklist;

/// <summary>One exchange of a built flow, by a name that tests use to change or cut it.</summary>
public sealed record EvidenceStep(string Name, string Method, string Url, int Status)
{
    private static readonly Fingerprint Fingerprints = new([1, 2, 3, 4]);

    public PhaseName Phase { get; init; } = PhaseName.Login;

    public string Page { get; init; } = "page@1";

    public string? Frame { get; init; }

    public string ResourceType { get; init; } = "document";

    public IReadOnlyList<HarHeader> RequestHeaders { get; init; } = [];

    public IReadOnlyList<HarHeader> ResponseHeaders { get; init; } = [];

    public string? Form { get; init; }

    public string? Json { get; init; }

    public string? Body { get; init; }

    public string MimeType { get; init; } = "text/html; charset=utf-8";

    public string? Failure { get; init; }

    /// <summary>Milliseconds after the step before.</summary>
    public double AfterMs { get; init; } = 100;

    /// <summary>A secret as it stands in evidence: equal for equal names.</summary>
    public static string Fp(string secret) => Fingerprints.Of(secret.PadRight(43, '.'));

    public static string FpOf(string exactSecret) => Fingerprints.Of(exactSecret);

    public EvidenceStep Redirect(string location) =>
        this with
        {
            Status = 302,
            Body = null,
            ResponseHeaders = [.. ResponseHeaders.Where(header => header.Name != "location"), new("location", location)]
        };

    public EvidenceStep Sets(string cookie) => this with { ResponseHeaders = [.. ResponseHeaders, new("set-cookie", cookie)] };

    public EvidenceStep Sends(string cookies) =>
        this with { RequestHeaders = [.. RequestHeaders.Where(header => header.Name != "cookie"), new("cookie", cookies)] };

    public EvidenceStep From(string site) =>
        this with { RequestHeaders = [.. RequestHeaders.Where(header => header.Name != "sec-fetch-site"), new("sec-fetch-site", site)] };

    public EvidenceStep WithoutCookies() => this with
    {
        RequestHeaders = [.. RequestHeaders.Where(header => header.Name != "cookie")],
        ResponseHeaders = [.. ResponseHeaders.Where(header => header.Name != "set-cookie")],
    };

    /// <summary>The browser got no answer: Playwright's status -1, 0 after reading.</summary>
    public EvidenceStep Fails(string failure) => this with { Status = 0, Failure = failure, Body = null, ResponseHeaders = [] };

    public EvidenceStep Answers(int status, string body) => this with
    {
        Status = status,
        Body = body,
        ResponseHeaders = [.. ResponseHeaders.Where(header => header.Name != "location")],
    };

    public double TookMs { get; init; } = 20;

    public HarEntry ToEntry(int index, DateTimeOffset at) => new()
    {
        Index = index,
        StartedAt = at,
        TimeMs = TookMs,
        Page = Page,
        Frame = Frame,
        ResourceType = ResourceType,
        Request = new()
        {
            Method = Method,
            Url = Url,
            Headers = new([new("User-Agent", "Mozilla/5.0 Prober"),
                new("Sec-Fetch-Dest", ResourceType is "document" or "iframe" ? ResourceType : "empty"), .. RequestHeaders]),
            PostData = Form is not null ? new("application/x-www-form-urlencoded", Form) : Json is not null ? new("application/json", Json)
                : null,
        },
        Response = new()
        {
            Status = Status,
            Headers = new([.. ResponseHeaders, new("Date", at.UtcDateTime.ToString("R", CultureInfo.InvariantCulture))]),
            MimeType = Status == 302 ? null : MimeType,
            Body = Body,
            BodySize = Body?.Length ?? -1,
            Failure = Failure,
        },
    };
}
