using Prober.Browser.Recording;
using Prober.Checklist.Inference;
using Prober.Evidence.Har;
using Prober.Evidence.Har.Inputs;
using Prober.Evidence.Provider;
using Prober.Evidence.Redaction.Sanitizing;
using Prober.Evidence.Saml;
using Prober.Evidence.Tokens;

namespace Prober.Sanitizing;

/// <summary>Verifies the signatures in a recording as <c>analyze</c> does, before a copy loses them.</summary>
internal static class SignatureObservations
{
    /// <exception cref="InvalidDataException">What packs the recording is damaged.</exception>
    public static async Task<IReadOnlyList<ObservedSignature>> OfAsync(StoredHar har, CancellationToken cancellationToken)
    {
        HarLog traffic;
        try
        {
            await using var file = har.Open();
            traffic = await HarReader.ReadAsync(file, HarReadOptions.Default with { Attachment = har.Attachment }, cancellationToken);
        }
        catch (HarFormatException)
        {
            // Whoever makes the copy refuses it with the place, or is less strict and has nothing to tell.
            return [];
        }

        var observed = new List<ObservedSignature>();
        foreach (var login in LoginAttempts.Of(traffic)) observed.AddRange(await OfAsync(login.ReadTraffic(), cancellationToken));
        return observed;
    }

    private static async Task<IEnumerable<ObservedSignature>> OfAsync(HarLog login, CancellationToken cancellationToken)
    {
        var expectations = ExpectationInference.Of(login);
        var provider = PublishedInTraffic.Of(login, expectations.Provider.Hosts).Value;
        var tokens = await TokenObserver.ObserveAsync(TokenHarvest.From(login), login, expectations, new JwksSignatureVerifier(provider), cancellationToken);
        return [.. tokens.Select(ObservedSignature.Of).OfType<ObservedSignature>(), .. SamlHarvest.From(login, expectations).SelectMany(ObservedSignature.Of)];
    }
}
