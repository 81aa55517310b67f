namespace Prober.Browser.LoginPages;

/// <summary>An explicit login step could not be done; the message names the step and never a value.</summary>
internal sealed class LoginStepException(string message, Exception? innerException = null) : Exception(message, innerException);
