using Prober.Scenarios.Reading;

namespace Prober.Scenarios.Format;

/// <summary>Every application that is named must be defined.</summary>
internal static class ReferenceRules
{
    public static void Check(IEnumerable<NamedReference> references, IReadOnlyCollection<string> applications)
    {
        foreach (var (scalar, name) in references)
            if (!applications.Contains(name))
                throw scalar.Error($"unknown application \"{name}\".{Suggestion.For(name, applications)} Expected {Wording.Or(applications)}.");
    }
}
