namespace Prober.Browser.Installation.Diagnosis;

/// <summary>How far apart are this computer's clock and the provider's, by its Date header (RFC 9110, 6.6.1; whole seconds)?</summary>
internal sealed class IssuerClockDiagnosis(Uri issuer, HttpClient http, TimeProvider clock) : IDiagnosis
{
    private const string Name = "clock of the issuer";
    private static readonly TimeSpan Bearable = TimeSpan.FromSeconds(5);

    public async Task<DoctorFinding> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var before = clock.GetUtcNow();
            using var request = new HttpRequestMessage(HttpMethod.Head, issuer);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            var here = before + (clock.GetUtcNow() - before) / 2;
            return response.Headers.Date is { } there
                ? Compare(here, there)
                : DoctorFinding.Warn(Name, $"{issuer.Host} sends no Date header", "Compare the clocks by hand.");
        }
        catch (HttpRequestException error)
        {
            return DoctorFinding.Warn(Name, $"{issuer.Host} was not reached: {error.Message}", "Look at the network between here and the provider.");
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return DoctorFinding.Warn(Name, $"{issuer.Host} did not answer in time", "Look at the network between here and the provider.");
        }
    }

    // The header is cut off to a second, so it stands half a second behind on average.
    private static DoctorFinding Compare(DateTimeOffset here, DateTimeOffset there)
    {
        var offset = here - there - TimeSpan.FromSeconds(0.5);
        var text = $"this computer is {Math.Abs(offset.TotalSeconds):0} s {(offset > TimeSpan.Zero ? "ahead" : "behind")}";
        return offset.Duration() <= Bearable
            ? DoctorFinding.Ok(Name, $"within {Bearable.TotalSeconds:0} s")
            : DoctorFinding.Warn(Name, text, "Synchronise this computer's clock: tokens will seem to be from the future or expired.");
    }
}
