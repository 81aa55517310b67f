using Prober.Checklist.Facts.Pages;

namespace Prober.Checklist.Facts.Errors;

/// <summary>What error codes mean and which check owns them (<c>Data/errors.json</c>): one owner per error.</summary>
internal sealed record ErrorTable(IReadOnlyList<ErrorRow> Rows)
{
    public static ErrorTable Default { get; } = EmbeddedData.Read<ErrorTable>("errors.json");

    /// <summary>The first row that fits; rows with a hint stand before those without.</summary>
    public ErrorRow? Find(string code, string? description, ErrorPlace where, bool silent) =>
        Rows.FirstOrDefault(row => row.Codes.Contains(code, StringComparer.OrdinalIgnoreCase)
            && (row.Where is null || row.Where.Contains(where))
            && (row.Hint is null || row.Hint.Matches(description))
            && (!row.NormalWhenSilent || silent || row.Owner is not null));
}

/// <summary>One row of the table.</summary>
/// <param name="Codes">Exact codes: OAuth errors, vendor numbers, codes of <c>patterns.json</c>.</param>
/// <param name="Owner">The check that fails for it; null for a signal that is no failure.</param>
/// <param name="Diagnosis">What it means, one sentence.</param>
/// <param name="Where">Places it must stand in; null for any.</param>
/// <param name="Hint">A pattern the description must match; null when the code is enough.</param>
/// <param name="NormalWhenSilent">True when it is the normal answer to a silent request.</param>
internal sealed record ErrorRow(
    IReadOnlyList<string> Codes, string? Owner, string Diagnosis, IReadOnlyList<ErrorPlace>? Where = null, TextPattern? Hint = null,
        bool NormalWhenSilent = false);
