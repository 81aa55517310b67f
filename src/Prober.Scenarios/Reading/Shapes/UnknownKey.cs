namespace Prober.Scenarios.Reading.Shapes;

/// <summary>The message about a key that nobody knows.</summary>
internal static class UnknownKey
{
    public static InputFileException Error(StrictScalar name, IEnumerable<Key> known)
    {
        // $schema and its like are for editors, not for people.
        var names = known.Select(key => key.Name).Where(each => each[0] != '$').ToList();
        return name.Error($"unknown key \"{name.Text}\".{Suggestion.For(name.Text, names)} Expected {Wording.Or(names)}.");
    }
}
