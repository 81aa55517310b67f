using System.Net;
using NUnit.Framework;

namespace Prober.Tests.Monitor.Alerts;

/// <summary>Keeps the last request; takes nothing but a POST of JSON that says how long it is.</summary>
internal sealed class HttpReceiver(HttpStatusCode answer) : HttpMessageHandler
{
    public string Address { get; private set; } = "";

    public string Body { get; private set; } = "";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Assert.That((request.Method, request.Content!.Headers.ContentType!.MediaType, request.Content.Headers.ContentLength > 0), Is.EqualTo((HttpMethod.Post, "application/json", true)));
        (Address, Body) = (request.RequestUri!.AbsoluteUri, await request.Content.ReadAsStringAsync(cancellationToken));
        return new(answer);
    }
}
