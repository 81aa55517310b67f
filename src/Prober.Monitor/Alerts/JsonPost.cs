using System.Text;
using System.Text.Json;

namespace Prober.Monitor.Alerts;

/// <summary>Posts JSON and takes anything but success for a refusal.</summary>
internal static class JsonPost
{
    /// <exception cref="AlertRefusedException">Not reached, or refused; the message holds no address, which may be a secret.</exception>
    public static async Task SendAsync(HttpClient client, Uri address, object payload, CancellationToken cancellationToken)
    {
        // Whole and with its length: small receivers do not read a body that comes in chunks.
        using var content = new StringContent(JsonSerializer.Serialize(payload), Encoding.UTF8, "application/json");
        try
        {
            using var answer = await client.PostAsync(address, content, cancellationToken);
            if (!answer.IsSuccessStatusCode) throw new AlertRefusedException($"answered {(int)answer.StatusCode}");
        }
        catch (HttpRequestException away)
        {
            throw new AlertRefusedException("not reached", away);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new AlertRefusedException("no answer in time", late);
        }
    }
}
