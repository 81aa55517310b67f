using MimeKit;
using Prober.Scenarios;

namespace Prober.Monitor.Alerts;

/// <summary>Which server takes mail, from whom and for whom.</summary>
public sealed record MailSettings(string Host, int Port, MailSecurity Security, string From, string To)
{
    /// <summary>Null where the server wants none.</summary>
    public string? User { get; init; }

    internal Secret? Password { get; init; }

    /// <summary>Reads <c>…_MAIL_SERVER</c>, <c>_TLS</c>, <c>_FROM</c>, <c>_TO</c>, <c>_USER</c> and <c>_PASSWORD</c>; null without a server.</summary>
    /// <exception cref="FormatException">One of them is wrong; the message names it and quotes no password.</exception>
    public static MailSettings? Of(ScenarioVariables variables, string prefix)
    {
        ArgumentNullException.ThrowIfNull(variables);
        if (Find("SERVER") is not { } server) return null;
        var security = Find("TLS") switch
        {
            null or "starttls" => MailSecurity.StartTls,
            "tls" => MailSecurity.Tls,
            "none" => MailSecurity.None,
            _ => throw Wrong("TLS", "starttls, tls or none"),
        };
        if (!Uri.TryCreate($"smtp://{server}", UriKind.Absolute, out var address) || address is not { Host.Length: > 0, PathAndQuery: "" or "/", UserInfo: "" })
            throw Wrong("SERVER", "a host such as smtp.example.com, or one with a port such as smtp.example.com:587");
        var (user, password) = (Find("USER"), Find("PASSWORD"));
        if (user is null != password is null) throw Wrong(user is null ? "USER" : "PASSWORD", $"a value, because {prefix}_MAIL_{(user is null ? "PASSWORD" : "USER")} is set");
        if (password is not null && security == MailSecurity.None) throw Wrong("TLS", "starttls or tls, because a password is set");
        return new(address.DnsSafeHost, address.Port > 0 ? address.Port : DefaultPort(security), security, Addresses("FROM", most: 1), Addresses("TO", most: 100))
        {
            User = user,
            Password = password is null ? null : new Secret(password),
        };

        string? Find(string name) => variables.Find($"{prefix}_MAIL_{name}") is { Length: > 0 } value ? value : null;

        string Addresses(string name, int most) => Find(name) is { } text && InternetAddressList.TryParse(text, out var list) && list.Count >= 1 && list.Count <= most && list.Mailboxes.All(box => box.Address.Contains('@', StringComparison.Ordinal))
            ? text
            : throw Wrong(name, most == 1 ? "a mail address such as prober@example.com" : "mail addresses, separated by commas");

        FormatException Wrong(string name, string expected) => new($"{prefix}_MAIL_{name}: expected {expected}");
    }

    private static int DefaultPort(MailSecurity security) => security switch { MailSecurity.Tls => 465, MailSecurity.None => 25, _ => 587 };
}
