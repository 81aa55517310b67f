using System.Net;
using System.Text;
using System.Text.Json;

namespace Prober.Tests.Providers;

/// <summary>Answers as a vendor's API does: for each beginning of path and query its answers in turn, the last one for ever.</summary>
internal sealed class FakeApi : HttpMessageHandler
{
    private readonly List<(string Method, string Beginning, Queue<Func<HttpResponseMessage>> Answers)> _routes = [];

    /// <summary>Path and query of everything asked, unescaped.</summary>
    public List<string> Asked { get; } = [];

    public List<string?> Authorizations { get; } = [];

    public List<string> Forms { get; } = [];

    public FakeApi Get(string beginning, params string[] bodies) => Add("GET", beginning, [.. bodies.Select(body => Answer(200, body))]);

    public FakeApi Get(string beginning, params Func<HttpResponseMessage>[] answers) => Add("GET", beginning, answers);

    public FakeApi Token(string path) => Add("POST", path, [Answer(200, """{ "access_token": "management-token-1", "token_type": "Bearer", "expires_in": 86400 }""")]);

    public FakeApi Post(string path, int status, string body) => Add("POST", path, [Answer(status, body)]);

    public static Func<HttpResponseMessage> Answer(int status, string body, params (string Name, string Value)[] headers) => () =>
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers) response.Headers.TryAddWithoutValidation(name, value);
        return response;
    };

    /// <summary>Auth0's answer to a client without the scope.</summary>
    public static Func<HttpResponseMessage> Forbidden(string scope) => Answer(
        403, $$"""{ "statusCode": 403, "error": "Forbidden", "message": "Insufficient scope, expected any of: {{scope}}", "errorCode": "insufficient_scope" }""");

    public HttpClient Client() => new(this) { Timeout = TimeSpan.FromSeconds(30) };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = Uri.UnescapeDataString(request.RequestUri!.PathAndQuery);
        lock (Asked)
        {
            Asked.Add(asked);
            Authorizations.Add(request.Headers.TryGetValues("Authorization", out var values) ? values.First() : null);
        }

        if (request.Content is { } content) Forms.Add(await content.ReadAsStringAsync(cancellationToken));
        lock (_routes)
        {
            var route = _routes.Where(route => route.Method == request.Method.Method && asked.StartsWith(route.Beginning, StringComparison.Ordinal))
                .OrderByDescending(route => route.Beginning.Length).FirstOrDefault();
            if (route.Answers is null) return Answer(404, JsonSerializer.Serialize(new { statusCode = 404, error = "Not Found", message = "nothing there" }))();
            return (route.Answers.Count > 1 ? route.Answers.Dequeue() : route.Answers.Peek())();
        }
    }

    private FakeApi Add(string method, string beginning, Func<HttpResponseMessage>[] answers)
    {
        _routes.RemoveAll(route => route.Method == method && route.Beginning == beginning);
        _routes.Add((method, beginning, new(answers)));
        return this;
    }
}
