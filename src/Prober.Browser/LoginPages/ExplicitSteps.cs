using Microsoft.Playwright;
using Prober.Browser.Pages;
using Prober.Browser.Sessions;
using Prober.Scenarios;

namespace Prober.Browser.LoginPages;

/// <summary>Walks the login steps that a scenario spells out, for pages that recognition cannot handle.</summary>
internal sealed class ExplicitSteps(IPage page, TimeSpan action, TimeProvider time)
{
    private readonly float _timeout = (float)action.TotalMilliseconds;

    /// <summary>Does one step.</summary>
    /// <returns>What was done, without any value; null when an optional target did not appear.</returns>
    /// <exception cref="LoginStepException">A target that is not optional did not appear.</exception>
    public async Task<string?> TakeAsync(LoginStep step, CancellationToken cancellationToken)
    {
        try
        {
            await ActAsync(step, cancellationToken);
            return Words(step);
        }
        catch (Exception exception) when (exception is TimeoutException or PlaywrightException && !page.IsClosed)
        {
            if (step.Optional) return null;
            throw new LoginStepException($"step {Words(step)} ({step.Where ?? "no place known"}) was not possible within {action.TotalSeconds:0.#} s", exception);
        }
    }

    private Task ActAsync(LoginStep step, CancellationToken cancellationToken) => step.Action switch
    {
        LoginAction.Goto => page.GotoAsync(Value(step), new() { Timeout = _timeout, WaitUntil = WaitUntilState.Commit }).BoundedBy(cancellationToken),
        LoginAction.Click => Target(step).ClickAsync(new() { Timeout = _timeout }).BoundedBy(cancellationToken),
        LoginAction.Fill => Target(step).FillAsync(Value(step), new() { Timeout = _timeout }).BoundedBy(cancellationToken),
        LoginAction.Press when step.Target is null => page.Keyboard.PressAsync(Value(step)).BoundedBy(cancellationToken),
        LoginAction.Press => Target(step).PressAsync(Value(step), new() { Timeout = _timeout }).BoundedBy(cancellationToken),
        LoginAction.Select => Target(step).SelectOptionAsync(Value(step), new() { Timeout = _timeout }).BoundedBy(cancellationToken),
        LoginAction.Wait when step.Target is null => Task.Delay(Duration(step), time, cancellationToken),
        _ => Target(step).WaitForAsync(new() { Timeout = _timeout }).BoundedBy(cancellationToken),
    };

    private ILocator Target(LoginStep step) =>
        Markers.On(page, step.Target ?? throw new LoginStepException($"step {step.Action} ({step.Where}) names nothing to act on")).First;

    private static string Value(LoginStep step) =>
        step.Value?.Reveal() ?? throw new LoginStepException($"step {step.Action} ({step.Where}) has no value");

    /// <summary>A wait is written as <c>500ms</c> or <c>2s</c>; a bare number means seconds.</summary>
    private static TimeSpan Duration(LoginStep step)
    {
        var text = Value(step);
        var isMs = text.EndsWith("ms", StringComparison.Ordinal);
        return double.TryParse(text.TrimEnd('m', 's'), out var number)
            ? isMs ? TimeSpan.FromMilliseconds(number) : TimeSpan.FromSeconds(number)
            : throw new LoginStepException($"step wait ({step.Where}) is no duration such as 500ms or 2s");
    }

    private static string Words(LoginStep step) =>
        step.Action.ToString().ToLowerInvariant() + (step.Target is { } target ? $" {Markers.Describe(target)}" : "");
}
