using Microsoft.Extensions.Logging;

namespace Prober.Lab.Applications;

/// <summary>Carries what ASP.NET Core itself has to say, such as a failed correlation, into the application's log.</summary>
internal sealed class FrameworkLog(ApplicationLog log) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new Category(log, categoryName);

    public void Dispose()
    {
        // The log belongs to the application, which closes it last.
    }

    private sealed class Category(ApplicationLog log, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel))
                return;

            var level = logLevel is LogLevel.Warning ? "WARN" : "ERROR";
            var cause = exception is null ? "" : $" | {exception.GetType().FullName}: {exception.Message}";
            log.Write(level, $"{name}: {formatter(state, exception)}{cause}");
        }
    }
}
