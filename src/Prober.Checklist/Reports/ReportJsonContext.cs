using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Prober.Evidence;
using Prober.Evidence.Session;
using Prober.Evidence.Tokens;

namespace Prober.Checklist.Reports;

/// <summary>Serialisation of the report, made at compile time: camelCase members, kebab-case words.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    NewLine = "\n",
    RespectNullableAnnotations = true,
    Converters =
    [
        typeof(RunInfoConverter),
        typeof(KebabCaseConverter<Verdict>),
        typeof(KebabCaseConverter<FaultOwner>),
        typeof(KebabCaseConverter<Stage>),
        typeof(KebabCaseConverter<CheckClass>),
        typeof(KebabCaseConverter<Confidence>),
        typeof(KebabCaseConverter<EvidenceKind>),
        typeof(KebabCaseConverter<ParticipantKind>),
        typeof(KebabCaseConverter<PhaseName>),
        typeof(KebabCaseConverter<EvidenceSource>),
        typeof(KebabCaseConverter<RunOutcome>),
        typeof(KebabCaseConverter<TokenKind>),
        typeof(KebabCaseConverter<TokenPlace>),
        typeof(KebabCaseConverter<SignatureVerdict>),
    ])]
[JsonSerializable(typeof(Report))]
[JsonSerializable(typeof(RunJson))]
internal sealed partial class ReportJsonContext : JsonSerializerContext
{
    static ReportJsonContext() =>
        Default = new ReportJsonContext(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

/// <summary>Writes an enumeration's names in kebab-case, the way ids are written.</summary>
internal sealed class KebabCaseConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
