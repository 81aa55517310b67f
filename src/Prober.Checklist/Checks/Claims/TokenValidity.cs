using System.Globalization;
using Prober.Evidence.Tokens;

namespace Prober.Checklist.Checks.Claims;

/// <summary>A time of a token that does not hold, and by how many seconds.</summary>
internal sealed record TimeViolation(string Claim, double Seconds);

/// <summary>
/// A token's times against its arrival, all in seconds. The clock that judges is the application's where its server got
/// the token, and the browser's where a script did.
/// </summary>
internal sealed class TokenValidity
{
    private readonly double _expiry;
    private readonly double _issued;
    private readonly double _notBefore;
    private readonly double _now;
    private readonly string _issuer;

    public TokenValidity(ReceivedIdToken token, EvidenceReader evidence)
    {
        _issuer = Uri.TryCreate(token.Text("iss"), UriKind.Absolute, out var issuer) ? issuer.Authority : "the identity provider";
        _expiry = token.Number("exp") ?? 0;
        _issued = token.Number("iat") ?? 0;
        _notBefore = token.Number("nbf") ?? _issued;
        var entry = token.Token.Entry is { } index && evidence.Bundle.Traffic.IsPresent ? evidence.Traffic.Entries.ElementAtOrDefault(index) : null;
        var arrived = entry?.EndedAt ?? token.Token.SeenAt;
        var host = token.Token.Place is TokenPlace.FormPost or TokenPlace.CallbackQuery ? entry?.Request.Uri?.Authority : null;
        _now = (arrived.ToUnixTimeMilliseconds() / 1000.0) + (host is null ? 0 : evidence.Facts.ClockSkew.GetValueOrDefault(host));
        Arrival = EvidencePointer.Har(token.Token.Entry ?? 0, "arrival", arrived.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
    }

    public EvidencePointer Arrival { get; }

    public double Lifetime => _expiry - _issued;

    public double SinceIssued => _now - _issued;

    public double UntilExpiry => _expiry - _now;

    /// <summary>The first time that does not hold even with an allowance, or null.</summary>
    public TimeViolation? Violation(TimeSpan allowance)
    {
        var seconds = allowance.TotalSeconds;
        if (_expiry <= _now - seconds)
            return new TimeViolation("exp", _now - _expiry);
        if (_issued > _now + seconds)
            return new TimeViolation("iat", _issued - _now);
        return _notBefore > _now + seconds ? new TimeViolation("nbf", _notBefore - _now) : null;
    }

    /// <summary>Whose clock is to be suspected when the hosts' Date headers do not tell: that of the machine which wrote the times.</summary>
    public string Suspect(TimeViolation violation)
    {
        if (violation.Claim != "exp")
            return $"The clock of {_issuer} is ahead.";
        return SinceIssued > Lifetime + 60
            ? $"It was issued {SinceIssued:0} s before it came: the clock of {_issuer} is behind, or an old token was handed out again."
            : "It lives too short for its way to the application.";
    }
}
