using System.CommandLine;
using System.Text.Json;
using Prober.Browser;
using Prober.Decoding;
using Prober.Evidence.Tokens;
using Spectre.Console;

namespace Prober.Commands;

/// <summary><c>prober decode TOKEN</c>: a JWT laid open, offline; with <c>--issuer</c>, verified against the issuer's keys.</summary>
internal static class DecodeCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static Command Create()
    {
        var token = new Argument<string?>("token") { Description = "The token; without it, or with -, standard input.", Arity = ArgumentArity.ZeroOrOne };
        var issuer = new Option<string?>("--issuer") { Description = "Fetch this issuer's keys and verify the signature with them." };
        var json = new Option<bool>("--json") { Description = "JSON instead of tables." };
        var command = new Command("decode", "Lay a JWT open and explain its claims.") { token, issuer, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var text = parsed.GetValue(token) is { } given and not "-" ? given : await Console.In.ReadToEndAsync(cancellationToken);
            return await DecodeAsync(text.Trim(), parsed.GetValue(issuer), parsed.GetValue(json), cancellationToken);
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
            throw new UsageException($"this is not a JWT: {parts.Error}");
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
