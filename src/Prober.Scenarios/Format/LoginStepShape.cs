using Prober.Scenarios.Reading;
using Prober.Scenarios.Reading.Shapes;

namespace Prober.Scenarios.Format;

/// <summary>One explicit step on a login page.</summary>
internal sealed class LoginStepShape : OneKeyShape<LoginStep>
{
    public LoginStepShape() : base("a step")
    {
        Kind("goto", Common.Address.As(Goto), "Open an address.");
        Kind("click", new TargetStepShape(LoginAction.Click), "Click something.");
        Kind("fill", new ValueStepShape(LoginAction.Fill, "value", "what is typed."), "Type into a field.");
        Kind("press", new ValueStepShape(LoginAction.Press, "key", "a key in Playwright's words, such as Enter or Control+A."), "Press a key.");
        Kind("select", new ValueStepShape(LoginAction.Select, "value", "value or label of the option."), "Choose from a list.");
        Kind("wait", new DurationShape(most: TimeSpan.FromMinutes(1)).As(Wait), "Wait a fixed time; expect is better where something appears.");
        Kind("expect", new TargetStepShape(LoginAction.Expect), "Wait until something is visible.");
    }

    // Where a step stands is told by file and line alone: it goes into reports, and a path tells of the machine.
    protected override LoginStep Finish(LoginStep value, StrictEntry entry) =>
        value with { Where = $"{Path.GetFileName(entry.Key.Position.File)}:{entry.Key.Position.Line}" };

    private static LoginStep Goto(string address) => new() { Action = LoginAction.Goto, Value = new Secret(address) };

    private static LoginStep Wait(TimeSpan delay) => new() { Action = LoginAction.Wait, Delay = delay };
}
