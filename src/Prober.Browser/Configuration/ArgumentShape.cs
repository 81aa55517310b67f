using Prober.Scenarios.Reading.Shapes;

namespace Prober.Browser.Configuration;

/// <summary>An argument of the browser; anything else would be taken for an address to open.</summary>
internal sealed class ArgumentShape() : TextShape("an argument that begins with --")
{
    protected override string Pattern => "^--[a-z]";
}
