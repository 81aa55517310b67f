using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Prober.Lab.Provider;

/// <summary>What a login page sent, by form or by script.</summary>
internal sealed record LoginSubmission(string? Username, string Password, string? Captcha, bool IsJson)
{
    public static async Task<LoginSubmission> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(cancellationToken);
            return new(form["username"], form["password"].ToString(), form["captcha"], IsJson: false);
        }

        var body = await JsonNode.ParseAsync(request.Body, cancellationToken: cancellationToken) as JsonObject;
        return new(Text(body, "username"), Text(body, "password") ?? "", Captcha: null, IsJson: true);
    }

    private static string? Text(JsonObject? body, string name) => body?[name]?.GetValue<string>();
}
