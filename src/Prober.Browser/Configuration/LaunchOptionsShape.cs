using Prober.Scenarios.Reading;
using Prober.Scenarios.Reading.Shapes;

namespace Prober.Browser.Configuration;

/// <summary>The key <c>launchOptions</c>; a list of arguments replaces the one it overrides.</summary>
internal sealed class LaunchOptionsShape : ObjectShape<Func<BrowserSettings, BrowserSettings>>
{
    private readonly Key<string> _executablePath;
    private readonly Key<IReadOnlyList<string>> _args;
    private readonly Key<int> _slowMo, _timeout;
    private readonly Key<ProxySettings> _proxy;

    public LaunchOptionsShape() : base("launch options such as executablePath and args")
    {
        _executablePath = Optional("executablePath", Common.Text, "The browser to start; relative to this file.");
        _args = Optional("args", new ListShape<string>(new ArgumentShape(), "arguments"), "Command line arguments of the browser.");
        _slowMo = Optional("slowMo", new WholeNumberShape(0, 60_000, "milliseconds"), "A pause after each action, for watching.", 0);
        _timeout = Optional("timeout", new WholeNumberShape(1_000, 300_000, "milliseconds"), "Longest time the browser may take to start.", 30_000);
        _proxy = Optional("proxy", new ProxyShape(), "A proxy between the browser and the world.");
    }

    protected override Func<BrowserSettings, BrowserSettings> Build(ObjectValues values, ReadContext context) => settings => settings with
    {
        ExecutablePath = values.Has(_executablePath)
            ? FilePaths.Resolve(values.Node, values.Get(_executablePath)) : settings.ExecutablePath,
        Args = values.Or(_args, settings.Args)!,
        SlowMotion = values.Has(_slowMo) ? TimeSpan.FromMilliseconds(values.Get(_slowMo)) : settings.SlowMotion,
        LaunchTimeout = values.Has(_timeout) ? TimeSpan.FromMilliseconds(values.Get(_timeout)) : settings.LaunchTimeout,
        Proxy = values.Or(_proxy, settings.Proxy),
    };
}
