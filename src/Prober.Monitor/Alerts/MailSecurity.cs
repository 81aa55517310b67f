namespace Prober.Monitor.Alerts;

/// <summary>How the connection to a mail server is protected.</summary>
public enum MailSecurity
{
    /// <summary>Begins in the clear and must change to TLS before anything is said (RFC 3207); port 587 unless told otherwise.</summary>
    StartTls,

    /// <summary>TLS from the first byte (RFC 8314); port 465 unless told otherwise.</summary>
    Tls,

    /// <summary>In the clear, and so without a password; port 25 unless told otherwise.</summary>
    None,
}
