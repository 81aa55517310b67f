using System.Text.Json.Nodes;
using Prober.Checklist.Reports;
using Prober.Evidence.Saml;
using Spectre.Console;

namespace Prober.Decoding;

/// <summary>A SAML or WS-Federation message laid open for a person: every part with what it means, times in words.</summary>
internal sealed class DecodedMessage(SamlMessage message, DateTimeOffset now)
{
    private readonly IReadOnlyList<SamlPart> _parts = [.. new SamlParts(message, now).All()];

    public void Draw(IAnsiConsole console)
    {
        foreach (var section in _parts.GroupBy(part => part.Section))
        {
            var table = new Table().Border(TableBorder.Rounded).Title(section.Key).AddColumns(section.Key, "Value", "Meaning");
            foreach (var part in section) table.AddRow(new Text(Clean(part.Name)), new Text(Clean(part.Value)), new Text(SamlPartMeanings.Of(part.Meaning) ?? ""));
            console.Write(table);
        }

        foreach (var note in Notes()) console.WriteLine(note);
    }

    public JsonObject ToJson() => new()
    {
        ["parts"] = new JsonArray([.. _parts.Select(part => new JsonObject { ["section"] = part.Section, ["name"] = part.Name, ["value"] = part.Value })]),
        ["notes"] = new JsonArray([.. Notes().Select(note => JsonValue.Create(note))]),
    };

    /// <summary>What a reader should know before trusting anything in it.</summary>
    public IEnumerable<string> Notes()
    {
        if (message.HasStrayWhiteSpace) yield return "White space or blanks in place of plus signs had to be mended; strict libraries refuse such a message.";
        if (message.DuplicateIds.Count > 0) yield return $"More than one element bears the ID {Clean(message.DuplicateIds[0])}: the usual trace of a forged assertion around a genuine signature.";
        if (message.Assertions.Count > 1) yield return $"There are {message.Assertions.Count} assertions, and applications differ in which they believe.";
        foreach (var assertion in message.Assertions)
        {
            if (assertion.NotBefore > now) yield return $"Not valid yet: it begins {Distance.Words(assertion.NotBefore.Value, now)}.";
            if (assertion.NotOnOrAfter <= now) yield return $"Expired {Distance.Words(assertion.NotOnOrAfter.Value, now)}.";
        }
    }

    // XML may hold control characters that a terminal would obey.
    private static string Clean(string text) => string.Concat(text.Select(character => char.IsControl(character) ? '\uFFFD' : character));
}
