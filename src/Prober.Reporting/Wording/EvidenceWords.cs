using Prober.Checklist;

namespace Prober.Reporting.Wording;

/// <summary>An evidence pointer in words: "HAR entry 12, response.status: 400".</summary>
internal static class EvidenceWords
{
    private const int ValueLength = 300;

    public static string Of(EvidencePointer pointer)
    {
        var value = Value(pointer);
        return value.Length == 0 ? Place(pointer) : $"{Place(pointer)}: {value}";
    }

    /// <summary>Witness, index and field.</summary>
    public static string Place(EvidencePointer pointer)
    {
        var field = Printable.Line(pointer.Field, 100);
        return field.Length == 0 ? Witness(pointer) : $"{Witness(pointer)}, {field}";
    }

    /// <summary>Which witness, and which of its entries.</summary>
    public static string Witness(EvidencePointer pointer)
    {
        var name = pointer.Source switch
        {
            EvidenceKind.Har => "HAR entry",
            EvidenceKind.Token => "token",
            EvidenceKind.Tab => "tab look",
            EvidenceKind.Log => "log line",
            EvidenceKind.Console => "console message",
            _ => "provider API",
        };
        return pointer.Entry is { } entry ? $"{name} {entry}" : name;
    }

    public static string Value(EvidencePointer pointer) => Printable.Line(pointer.Value, ValueLength);
}
