using Prober.Scenarios.Reading;
using Prober.Scenarios.Reading.Shapes;

namespace Prober.Browser.Configuration;

/// <summary>A project as the file has it.</summary>
internal sealed record NamedUse(string Name, Func<BrowserSettings, BrowserSettings> Use);

/// <summary><c>{ "name": "phone", "use": { "device": "Pixel 7" } }</c>.</summary>
internal sealed class ProjectShape : ObjectShape<NamedUse>
{
    private readonly Key<string> _name;
    private readonly Key<Func<BrowserSettings, BrowserSettings>> _use;

    public ProjectShape() : base("a project's name and use")
    {
        _name = Required("name", Common.Text, "The project's name, by which it is chosen and reported.");
        _use = Optional("use", UseShape.Instance, "What differs from the file's own use.");
    }

    protected override NamedUse Build(ObjectValues values, ReadContext context) =>
        new(values.Get(_name), values.Get(_use) ?? (settings => settings));
}
