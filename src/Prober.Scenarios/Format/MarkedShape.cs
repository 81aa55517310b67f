using Prober.Scenarios.Reading;
using Prober.Scenarios.Reading.Shapes;

namespace Prober.Scenarios.Format;

/// <summary>An object that names one thing on a page, perhaps with further keys of its own.</summary>
internal abstract class MarkedShape<T> : ObjectShape<T>
{
    private readonly Key<string> _text, _link, _button, _label, _testId, _role, _name, _selector;

    protected MarkedShape(string expected) : base(expected)
    {
        _text = Optional("text", Common.Text, "Text that is visible on the page.");
        _link = Optional("link", Common.Text, "A link by its accessible name.");
        _button = Optional("button", Common.Text, "A button by its accessible name.");
        _label = Optional("label", Common.Text, "A field by its label.");
        _testId = Optional("testId", Common.Text, "An element by its data-testid attribute.");
        _role = Optional("role", Common.OneOf(AriaRoles.All), "An element by its ARIA role; name says which one.");
        _name = Optional("name", Common.Text, "Accessible name; goes with role.");
        _selector = Optional("selector", Common.Text, "A CSS selector, when nothing that a person sees will do.");
        ExactlyOneOf(_text, _link, _button, _label, _testId, _role, _selector);
    }

    protected Marker MarkerOf(ObjectValues values) => values.Has(_name) && !values.Has(_role)
        ? throw values.NodeOf(_name).Error("name goes with role; a link, button or label has its name as its value.")
        : new Marker
        {
            Text = values.Get(_text),
            Link = values.Get(_link),
            Button = values.Get(_button),
            Label = values.Get(_label),
            TestId = values.Get(_testId),
            Role = values.Get(_role),
            Name = values.Get(_name),
            Selector = values.Get(_selector),
        };
}

/// <summary>An object that names one thing on a page: <c>{ text: Welcome }</c>.</summary>
internal sealed class MarkerShape() : MarkedShape<Marker>("a locator such as { text: Welcome } or { button: Log in }")
{
    public static MarkerShape Instance { get; } = new();

    protected override string DefinitionName => "locator";

    protected override Marker Build(ObjectValues values, ReadContext context) => MarkerOf(values);
}
