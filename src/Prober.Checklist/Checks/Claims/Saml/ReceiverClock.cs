using System.Globalization;

namespace Prober.Checklist.Checks.Claims.Saml;

/// <summary>What the clock of the machine that judged the assertion said when it arrived, and which clock stands out.</summary>
internal sealed class ReceiverClock(ReceivedAssertion received, EvidenceReader evidence)
{
    /// <summary>The arrival, corrected by how far the receiver's clock is off, as far as its Date headers tell.</summary>
    public DateTimeOffset Now => received.Message.At.AddSeconds(Offset);

    public ClockOffset? Suspect { get; } = ClockOffset.Find(evidence);

    public EvidencePointer Arrival => EvidencePointer.Har(received.Message.Entry, "startedDateTime", Text(received.Message.At));

    private double Offset => Uri.TryCreate(received.Message.SentTo, UriKind.Absolute, out var uri)
        && evidence.Facts.ClockSkew.TryGetValue(uri.Authority, out var skew) && Math.Abs(skew) > 2 ? skew : 0;

    public static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
