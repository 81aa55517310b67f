using System.Text.Json;
using System.Xml.Linq;
using Prober.Decoding;
using Prober.Evidence.Expected;
using Prober.Evidence.Saml;
using Spectre.Console;

namespace Prober.Commands;

/// <summary>The part of <c>prober decode</c> that is about SAML and WS-Federation: any binding, the bare value, a form body or a whole URL.</summary>
internal static class SamlDecoding
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static readonly string[] Names = ["SAMLRequest=", "SAMLResponse=", "wresult="];

    /// <summary>True for text that names or is a message; bare base64 is told by trying.</summary>
    public static bool IsMessage(string text) =>
        text.StartsWith('<') || Names.Any(name => text.Contains(name, StringComparison.Ordinal))
        || Read(text, SamlTrust.None).DecodeError is null;

    /// <exception cref="UsageException">The text holds no message, or a file is not what it should be.</exception>
    public static async Task<int> DecodeAsync(string text, SamlTrustFiles files, bool json, bool xml)
    {
        var message = Read(text, files.Read());
        if (message.DecodeError is { } error) throw new UsageException($"this is no SAML message: {error}");
        var decoded = new DecodedMessage(message, TimeProvider.System.GetUtcNow());
        if (xml) await Console.Out.WriteLineAsync(XDocument.Parse(SamlCarrier.OfText(text, default).Xml!).ToString());
        else if (json) await Console.Out.WriteLineAsync(decoded.ToJson().ToJsonString(Indented));
        else decoded.Draw(AnsiConsole.Console);
        return files.HasTrust ? await VerdictAsync(message) : NotVerified(json || xml);
    }

    private static SamlMessage Read(string text, SamlTrust trust) =>
        SamlHarvest.Read(SamlCarrier.OfText(text, TimeProvider.System.GetUtcNow()), new Expectations(), trust);

    private static int NotVerified(bool quiet)
    {
        if (!quiet) AnsiConsole.Console.WriteLine("Signature: not verified against anybody; --certificate FILE or --metadata FILE does.");
        return ExitCode.Success;
    }

    private static async Task<int> VerdictAsync(SamlMessage message)
    {
        SamlSignature[] signatures = [message.Signature, .. message.Assertions.Select(assertion => assertion.Signature)];
        var present = signatures.Where(signature => signature.Verdict != SamlSignatureVerdict.Absent).ToList();
        // One good signature on the message covers all it holds; one on each assertion does the same. A bad one beside them spoils it.
        var covered = message.Signature.Verdict == SamlSignatureVerdict.Valid
            || (message.Assertions.Count > 0 && message.Assertions.All(assertion => assertion.Signature.Verdict == SamlSignatureVerdict.Valid));
        var valid = covered && present.TrueForAll(signature => signature.Verdict == SamlSignatureVerdict.Valid);
        var why = present.Count == 0 ? "there is none" : present.Select(SamlParts.Words).FirstOrDefault(words => !words.StartsWith("valid", StringComparison.Ordinal)) ?? "not everything in it is signed";
        await Console.Error.WriteLineAsync($"Signature: {(valid ? "valid" : $"NOT valid: {why}")}");
        if (valid) return ExitCode.Success;
        return present.Count > 0 && present.TrueForAll(signature => signature.Verdict == SamlSignatureVerdict.NotChecked) || message.EncryptedWith.Count > 0 ? ExitCode.Inconclusive : ExitCode.CheckFailed;
    }
}
