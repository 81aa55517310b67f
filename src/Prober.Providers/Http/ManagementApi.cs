using System.Net;
using System.Text.Json;

namespace Prober.Providers;

/// <summary>
/// Reads JSON from a management API. Whatever goes wrong becomes a sentence: the API is a witness, and a witness that does not come is
/// no fault of the login's. A 429 is waited out, within a budget for all requests together.
/// </summary>
internal sealed class ManagementApi(ApiConnection connection, Uri root, IAccessToken token)
{
    private readonly Lock _gate = new();
    private TimeSpan _patience = TimeSpan.FromSeconds(30);

    public TimeProvider Time => connection.Time;

    /// <summary>Asks for an address relative to the API's root; <c>what</c> is its name in sentences, such as "the log".</summary>
    public Task<ApiAnswer> GetAsync(string path, string what, CancellationToken cancellationToken) => GetAsync(new Uri(root, path), what, cancellationToken);

    public async Task<ApiAnswer> GetAsync(Uri address, string what, CancellationToken cancellationToken)
    {
        // A next page on another host would be given the token.
        if (address.Authority != root.Authority) return ApiAnswer.Failed($"the next page of {what} lies on another host, {address.Host}, and was not asked for");
        var (header, problem) = await token.HeaderAsync(cancellationToken);
        if (header is null) return ApiAnswer.Failed(problem!);
        try
        {
            while (true)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, address);
                request.Headers.TryAddWithoutValidation("Authorization", header);
                request.Headers.TryAddWithoutValidation("Accept", "application/json");
                using var response = await connection.Http.SendAsync(request, cancellationToken);
                if (response.StatusCode != HttpStatusCode.TooManyRequests) return await ReadAsync(response, what, cancellationToken);
                var wait = RateLimit.Wait(response, Time.GetUtcNow());
                if (!Spend(wait)) return new(429, null, $"{root.Host} limits the rate of requests, and {what} could not be read within the time for it");
                await Task.Delay(wait, Time, cancellationToken);
            }
        }
        catch (HttpRequestException failure)
        {
            return ApiAnswer.Failed($"{root.Host} could not be asked for {what}: {failure.InnerException?.Message ?? failure.Message}");
        }
        catch (OperationCanceledException)
        {
            return ApiAnswer.Failed($"{root.Host} did not give {what} in time");
        }
        catch (JsonException)
        {
            return ApiAnswer.Failed($"{root.Host} answered with something that is no JSON when asked for {what}");
        }
    }

    private async Task<ApiAnswer> ReadAsync(HttpResponseMessage response, string what, CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadAsync(response, cancellationToken);
        var problem = response.StatusCode switch
        {
            _ when response.IsSuccessStatusCode => null,
            HttpStatusCode.Unauthorized => $"{root.Host} did not accept the management client's token for {what}: {JsonBody.Reason(response, body)}",
            HttpStatusCode.Forbidden => $"the management client may not read {what}: {JsonBody.Reason(response, body)}",
            HttpStatusCode.NotFound => $"{root.Host} knows nothing of {what}: {JsonBody.Reason(response, body)}",
            _ => $"{root.Host} did not give {what}: {JsonBody.Reason(response, body)}",
        };
        return new((int)response.StatusCode, body, problem, NextPage.Of(response));
    }

    private bool Spend(TimeSpan wait)
    {
        lock (_gate)
        {
            if (wait > _patience) return false;
            _patience -= wait;
            return true;
        }
    }
}
