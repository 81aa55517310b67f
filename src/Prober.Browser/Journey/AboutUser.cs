using System.Text.Json;
using System.Text.Json.Nodes;
using Prober.Browser.Recording;
using Prober.Browser.Sessions;
using Prober.Evidence.Session;

namespace Prober.Browser.Journey;

/// <summary>
/// Asks an application once, with the browser's cookies and beside its traffic, whom it sees. Only names of attributes are kept. The
/// journey goes on meanwhile.
/// </summary>
internal static class AboutUser
{
    public static async Task AskAsync(JourneyState journey, RecordedWindow window, string application, CancellationToken cancellationToken)
    {
        if (journey.Application(application).Me is not { } address) return;
        var cookies = await window.Context.CookiesAsync([address.AbsoluteUri]).BoundedBy(cancellationToken);
        var header = string.Join("; ", cookies.Select(cookie => $"{cookie.Name}={cookie.Value}"));
        journey.Received.Add(Task.Run(() => AskAsync(journey, application, address, header), CancellationToken.None));
    }

    private static async Task<ReceivedAttributes> AskAsync(JourneyState journey, string application, Uri address, string cookies)
    {
        var answer = new ReceivedAttributes { Application = application, At = journey.Time.GetUtcNow(), Url = address.AbsoluteUri, Status = 0 };
        try
        {
            using var http = ProberHttp.Create(journey.IgnoresCertificates, journey.Scenario.Budgets.Action);
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation("Accept", "application/json");
            if (cookies.Length > 0) request.Headers.TryAddWithoutValidation("Cookie", cookies);
            using var response = await http.SendAsync(request);
            answer = answer with { Status = (int)response.StatusCode };
            return response.IsSuccessStatusCode ? Read(answer, await response.Content.ReadAsStringAsync())
                : answer with { Problem = $"it answered {answer.Status}" };
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or IOException)
        {
            return answer with { Problem = exception is OperationCanceledException ? "it did not answer in time" : exception.Message };
        }
    }

    private static ReceivedAttributes Read(ReceivedAttributes answer, string body)
    {
        try
        {
            return JsonNode.Parse(body) is { } json ? answer with { Names = AttributeNames.In(json) } : answer with { Problem = "it answered null" };
        }
        catch (JsonException)
        {
            return answer with { Problem = "it answered something else than JSON" };
        }
    }
}
