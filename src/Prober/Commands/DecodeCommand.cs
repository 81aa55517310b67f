using System.CommandLine;
using System.Text.Json;
using Prober.Browser;
using Prober.Decoding;
using Prober.Evidence.Tokens;
using Spectre.Console;

namespace Prober.Commands;

/// <summary>
/// <c>prober decode TOKEN</c>: a JWT or SAML message laid open, offline; verified with <c>--issuer</c>, or <c>--certificate</c> and <c>--metadata</c>.
/// </summary>
internal static class DecodeCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static Command Create()
    {
        var text = new Argument<string?>("token") { Description = "JWT, SAML message, or a URL or form body that holds one; without it, or with -, standard input.", Arity = ArgumentArity.ZeroOrOne };
        var issuer = new Option<string?>("--issuer") { Description = "Fetch this issuer's keys and verify the JWT's signature with them." };
        var certificate = new Option<string?>("--certificate") { Description = "Verify a SAML message with this certificate (PEM or DER)." };
        var metadata = new Option<string?>("--metadata") { Description = "Verify a SAML message with the certificates of this metadata file." };
        var key = new Option<string?>("--key") { Description = "Open an encrypted assertion with this private key (PEM)." };
        var xml = new Option<bool>("--xml") { Description = "The SAML message itself, indented." };
        var json = new Option<bool>("--json") { Description = "JSON instead of tables." };
        var command = new Command("decode", "Lay a JWT or a SAML message open and explain its parts.") { text, issuer, certificate, metadata, key, xml, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var given = (parsed.GetValue(text) is { } argument and not "-" ? argument : await Console.In.ReadToEndAsync(cancellationToken)).Trim();
            var files = new SamlTrustFiles(parsed.GetValue(certificate), parsed.GetValue(metadata), parsed.GetValue(key));
            return files != new SamlTrustFiles(null, null, null) || parsed.GetValue(xml) || SamlDecoding.IsMessage(given)
                ? await SamlDecoding.DecodeAsync(given, files, parsed.GetValue(json), parsed.GetValue(xml))
                : await DecodeAsync(given, parsed.GetValue(issuer), parsed.GetValue(json), cancellationToken);
        });
        return command;
    }

    private static async Task<int> DecodeAsync(string token, string? issuer, bool json, CancellationToken cancellationToken)
    {
        // People paste the whole header line.
        var bare = token.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? token["Bearer ".Length..].Trim() : token;
        var parts = JwtParts.Decode(bare);
        if (parts.Error is not null)
        {
            throw new UsageException($"this is neither a JWT ({parts.Error}) nor a SAML message");
        }

        var decoded = new DecodedToken(parts, TimeProvider.System.GetUtcNow());
        if (json)
        {
            await Console.Out.WriteLineAsync(decoded.ToJson().ToJsonString(Indented));
        }
        else
        {
            decoded.Draw(AnsiConsole.Console);
        }

        return issuer is null ? NotVerified(json) : await VerifyAsync(bare, parts, issuer, cancellationToken);
    }

    private static int NotVerified(bool json)
    {
        if (!json)
        {
            AnsiConsole.Console.WriteLine("Signature: not verified; --issuer URL does.");
        }

        return ExitCode.Success;
    }

    private static async Task<int> VerifyAsync(string token, JwtParts parts, string issuer, CancellationToken cancellationToken)
    {
        var (signature, provider) = await TokenVerification.VerifyAsync(token, issuer, TimeProvider.System, cancellationToken);
        foreach (var problem in provider.Problems)
        {
            await Console.Error.WriteLineAsync($"prober: {problem}");
        }

        var valid = signature.Verdict is SignatureVerdict.Valid or SignatureVerdict.ValidByTrial;
        await Console.Error.WriteLineAsync($"Signature: {(valid ? "valid" : "NOT valid")}{(signature.Detail is null ? "" : $": {signature.Detail}")}");
        var published = (string?)provider.Discovery?["issuer"] ?? issuer;
        var sameIssuer = (string?)parts.Claims?["iss"] == published;
        if (!sameIssuer)
        {
            await Console.Error.WriteLineAsync($"Issuer: the token says \"{parts.Claims?["iss"]}\", the provider \"{published}\"; they must be equal to the last character.");
        }

        return signature.Verdict == SignatureVerdict.KeysUnavailable ? ExitCode.Inconclusive : valid && sameIssuer ? ExitCode.Success : ExitCode.CheckFailed;
    }
}
