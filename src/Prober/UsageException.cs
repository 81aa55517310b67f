namespace Prober;

/// <summary>The command line asks for something that cannot be: exit code 2, with a message that says what was expected.</summary>
internal sealed class UsageException(string message) : Exception(message);
