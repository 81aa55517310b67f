using System.Net;
using System.Text.RegularExpressions;
using Prober.Lab.Hosting;

namespace Prober.Tests.Lab;

/// <summary>
/// A browser without a screen: keeps cookies by host, follows redirects, posts forms. Like Chromium it takes Secure
/// cookies over http from <c>*.localhost</c>, which <see cref="CookieContainer"/> would not.
/// </summary>
internal sealed partial class Visit : IDisposable
{
    private readonly HttpClient client = new(LoopbackHandler.Create());
    private readonly Dictionary<(string Host, string Name), string> cookies = [];

    public Uri Address { get; private set; } = new("about:blank");

    public HttpStatusCode Status { get; private set; }

    public string Body { get; private set; } = "";

    /// <summary>Every address visited, redirects included.</summary>
    public List<Uri> Trail { get; } = [];

    public void Dispose() => client.Dispose();

    public void ForgetCookies(string host)
    {
        foreach (var key in cookies.Keys.Where(key => key.Host == host).ToList())
            cookies.Remove(key);
    }

    public Task GoAsync(Uri address, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, address, null, cancellationToken);

    public Task GoAsync(Uri site, string path, CancellationToken cancellationToken) => GoAsync(new Uri(site, path), cancellationToken);

    /// <summary>Fills the page's form and presses its button.</summary>
    public Task SubmitAsync(Dictionary<string, string> values, CancellationToken cancellationToken)
    {
        var action = WebUtility.HtmlDecode(FormAction().Match(Body).Groups[1].Value);
        var hidden = HiddenField().Matches(Body)
            .Select(match => KeyValuePair.Create(match.Groups[1].Value, WebUtility.HtmlDecode(match.Groups[2].Value)));
        var content = new FormUrlEncodedContent(hidden.Where(field => !values.ContainsKey(field.Key)).Concat(values));
        return SendAsync(HttpMethod.Post, new Uri(Address, action), content, cancellationToken);
    }

    public async Task LogInAsync(Uri application, string username, string password, CancellationToken cancellationToken)
    {
        await GoAsync(application, "/protected", cancellationToken);
        await SubmitAsync(new() { ["username"] = username }, cancellationToken);
        await SubmitAsync(new() { ["password"] = password }, cancellationToken);
    }

    /// <summary>One request, whatever the answer; redirects are not followed.</summary>
    public async Task<HttpResponseMessage> RequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var host = request.RequestUri!.Host;
        var sent = string.Join("; ", cookies.Where(cookie => cookie.Key.Host == host).Select(cookie => $"{cookie.Key.Name}={cookie.Value}"));
        if (sent.Length > 0)
            request.Headers.Add("Cookie", sent);

        Trail.Add(request.RequestUri);
        var response = await client.SendAsync(request, cancellationToken);
        if (response.Headers.TryGetValues("Set-Cookie", out var offered))
            Keep(host, offered);
        return response;
    }

    private async Task SendAsync(HttpMethod method, Uri address, HttpContent? content, CancellationToken cancellationToken)
    {
        for (var hops = 0; hops < 20; hops++)
        {
            using var request = new HttpRequestMessage(method, address) { Content = content };
            using var response = await RequestAsync(request, cancellationToken);
            (Address, Status) = (address, response.StatusCode);
            Body = await response.Content.ReadAsStringAsync(cancellationToken);
            if (response.Headers.Location is not { } location)
                return;

            (method, address, content) = (HttpMethod.Get, new Uri(address, location), null);
        }

        throw new InvalidOperationException("Too many redirects.");
    }

    private void Keep(string host, IEnumerable<string> offered)
    {
        foreach (var line in offered)
        {
            var pair = line.Split(';', 2)[0].Split('=', 2);
            if (line.Contains("expires=Thu, 01 Jan 1970", StringComparison.OrdinalIgnoreCase))
                cookies.Remove((host, pair[0]));
            else
                cookies[(host, pair[0])] = pair[1];
        }
    }

    [GeneratedRegex("<form[^>]* action=\"([^\"]+)\"")]
    private static partial Regex FormAction();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex HiddenField();
}
