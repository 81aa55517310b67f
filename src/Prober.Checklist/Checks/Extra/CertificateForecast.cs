using System.Globalization;
using Prober.Checklist.Facts.Witnesses;

namespace Prober.Checklist.Checks.Extra;

/// <summary>Warns of certificates that end soon, before they break a login. "Now" is the moment of the run.</summary>
public sealed class CertificateForecast : Check
{
    private const int SoonDays = 30;
    private const int UrgentDays = 14;

    public override CheckInfo Info { get; } = new(
        "extra-tls-cert-forecast", Stage.Extra, CheckClass.Root,
        "Will all certificates of this login still be valid in a month?",
        "A certificate that runs out breaks every login at once, at an hour that was known for a year.",
        "Renew the certificate and see why the renewal did not come by itself; a signing certificate must reach every application before it is used.")
    {
        Owner = FaultOwner.Configuration,
        AnsweredBy = "a live run over https, or the provider's metadata in the bundle",
        References = ["RFC 5280 section 4.1.2.5", "RFC 7517 section 4.7"],
        Reasons = new Dictionary<string, string>
        {
            ["valid"] = "all are valid for more than 30 days",
            ["soon"] = "one ends within 30 days",
            ["urgent"] = "one ends within 14 days",
            ["expired"] = "one has ended",
            ["none"] = "no certificate takes part",
        },
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        var now = evidence.Run.StartedAt;
        var certificates = PublishedCertificate.Of(evidence.Provider).OrderBy(certificate => certificate.EndsAt).ToList();
        if (certificates is not [var first, ..]) return Finding.NotApplicable("none", "No certificate takes part: plain http, and keys without certificates.");
        List<EvidencePointer> proof =
        [
            .. certificates.Where(certificate => certificate.EndsAt < now.AddDays(SoonDays)).DefaultIfEmpty(first)
                .Select(certificate => EvidencePointer.Api(certificate.Use, certificate.EndsAt.ToString("u", CultureInfo.InvariantCulture))),
        ];
        var days = (int)Math.Floor((first.EndsAt - now).TotalDays);
        var text = $"The {first.Use} ends on {first.EndsAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
        return days switch
        {
            < 0 => Finding.Warn("expired", $"The {first.Use} ended on {first.EndsAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.", proof),
            < UrgentDays => Finding.Warn("urgent", $"{text}, in {days} days.", proof),
            < SoonDays => Finding.Warn("soon", $"{text}, in {days} days.", proof),
            _ => Finding.Pass("valid", $"{certificates.Count} certificates looked at; the first to end: {first.Use}, in {days} days.", proof),
        };
    }
}
