
namespace Prober.Evidence.Session.Logs;

/// <summary>Brings the levels of the usual logging frameworks onto one scale.</summary>
public static class LogLevels
{
    public static LogSeverity Read(string level) => level.ToLowerInvariant() switch
    {
        "trace" or "trc" or "trce" or "vrb" or "verbose" or "debug" or "dbg" or "dbug" or "10" or "20" => LogSeverity.Debug,
        "info" or "inf" or "information" or "notice" or "30" => LogSeverity.Information,
        "warn" or "wrn" or "warning" or "40" => LogSeverity.Warning,
        "error" or "err" or "fail" or "severe" or "50" => LogSeverity.Error,
        "fatal" or "ftl" or "crit" or "critical" or "emerg" or "alert" or "60" => LogSeverity.Critical,
        _ => LogSeverity.Unknown,
    };
}
