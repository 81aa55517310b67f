using System.Text.Json.Nodes;

namespace Prober.Scenarios.Reading.Shapes;

/// <summary>
/// An absolute http or https address, kept as written: issuers and redirect URIs are compared byte for byte
/// (OpenID Connect Core 3.1.3.7; RFC 6749, 3.1.2.3). Credentials in it are refused; they would end up in every log.
/// </summary>
public sealed class WebAddressShape : Shape<string>
{
    public override string Expected => "an address that begins with https:// or http://";

    public override string Read(StrictNode node, ReadContext context)
    {
        if (node is not StrictScalar { IsText: true } scalar) throw node.Unexpected(Expected);
        var text = context.Resolve(scalar);
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0)
            throw node.Unexpected(Expected);
        if (uri.UserInfo.Length > 0) throw node.Error("expected an address without user name and password.");
        return text;
    }

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new() { ["type"] = "string", ["pattern"] = $"^https?://[^/]|{Interpolation.SchemaPattern}" };
}
