using Prober.Scenarios.Reading;
using Prober.Scenarios.Reading.Shapes;

namespace Prober.Scenarios.Format;

/// <summary><c>log: { file: /var/log/portal.log }</c>, <c>{ command: [kubectl, logs, deploy/portal] }</c> or <c>{ url: "https://logs.example.com/portal?from={from}&amp;to={to}" }</c>.</summary>
internal sealed class LogSourceShape : ObjectShape<LogSource>
{
    private readonly Key<string> _file, _url;
    private readonly Key<IReadOnlyList<string>> _command;

    public LogSourceShape() : base("one of the keys file, command or url")
    {
        _file = Optional("file", Common.Text, "Path of the log file; a relative one starts at the scenario file.");
        _command = Optional(
            "command", new ListShape<string>(Common.Text, "a program and its arguments", least: 1),
            "A program that writes the log to standard output; it finds the run's window in PROBER_FROM and PROBER_TO.");
        _url = Optional("url", Common.Address, "An address that gives the log; {from} and {to} in it stand for the run's window.");
        ExactlyOneOf(_file, _command, _url);
    }

    protected override string DefinitionName => "log";

    protected override LogSource Build(ObjectValues values, ReadContext context) => new()
    {
        File = values.Has(_file) ? ScenarioPath.Of(values, values.Get(_file)) : null,
        Command = values.Get(_command) ?? [],
        Url = values.Get(_url),
    };
}
