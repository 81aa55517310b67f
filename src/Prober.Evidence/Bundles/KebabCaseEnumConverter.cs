using System.Text.Json;
using System.Text.Json.Serialization;
using Prober.Evidence.Expected;
using Prober.Evidence.Session;
using Prober.Evidence.Tokens;

namespace Prober.Evidence.Bundles;

/// <summary>Enums as words in kebab case (<c>second-tab</c>); numbers are refused, because they would change meaning when a member is added.</summary>
internal sealed class KebabCaseEnumConverter : JsonConverterFactory
{
    // One line per enum, because source-generated serialisation cannot make generic converters at run time.
    private static readonly Dictionary<Type, JsonConverterFactory> Converters = new()
    {
        [typeof(EvidenceSource)] = Of<EvidenceSource>(),
        [typeof(RunOutcome)] = Of<RunOutcome>(),
        [typeof(ExpectedPrompt)] = Of<ExpectedPrompt>(),
        [typeof(TokenKind)] = Of<TokenKind>(),
        [typeof(TokenPlace)] = Of<TokenPlace>(),
        [typeof(SignatureVerdict)] = Of<SignatureVerdict>(),
        [typeof(PhaseName)] = Of<PhaseName>(),
        [typeof(PhaseOutcome)] = Of<PhaseOutcome>(),
        [typeof(TabLook)] = Of<TabLook>(),
        [typeof(TabState)] = Of<TabState>(),
        [typeof(ConsoleKind)] = Of<ConsoleKind>(),
        [typeof(LogSeverity)] = Of<LogSeverity>(),
    };

    public override bool CanConvert(Type typeToConvert) => Converters.ContainsKey(typeToConvert);

    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        Converters[typeToConvert].CreateConverter(typeToConvert, options);

    private static JsonStringEnumConverter<T> Of<T>()
        where T : struct, Enum => new(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false);
}
