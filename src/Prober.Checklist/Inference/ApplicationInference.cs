using Prober.Checklist.Facts;
using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Logins;
using Prober.Evidence.Expected;
using Prober.Evidence.Har;

namespace Prober.Checklist.Inference;

/// <summary>The applications of a file: whoever asked the provider for a login, and where nobody is seen to ask, whoever got an answer.</summary>
internal static class ApplicationInference
{
    public static IReadOnlyList<ExpectedApplication> Of(EvidenceFacts facts, HarLog traffic, List<Assumption> assumptions)
    {
        var applications = new List<ExpectedApplication>();
        foreach (var client in facts.Transactions.Where(transaction => !transaction.IsUpstream).GroupBy(KeyOf))
        {
            if (client.Key is null || Start(facts, [.. client]) is not { } start) continue;
            var application = Read(client.Key, [.. client], start, applications);
            applications.Add(application);
            assumptions.Add(new($"application {application.Name}", application.Url, Because(client.Key, [.. client])));
        }

        if (applications.Count == 0 && Answered(facts, traffic) is { } callback)
        {
            var application = new ExpectedApplication { Name = NameOf(callback, applications), Url = Root(callback) ?? callback };
            applications.Add(application);
            assumptions.Add(new($"application {application.Name}", application.Url, "it got an answer of the provider"));
        }

        return applications;
    }

    // One client may have several redirect URIs; one that never reached a client (no client_id) is told by where the answer goes.
    private static string? KeyOf(LoginTransaction transaction) =>
        transaction.ClientId ?? HostOf(transaction.RedirectUri) ?? HostOf(transaction.Callback?.Request.Url);

    private static ExpectedApplication Read(string client, IReadOnlyList<LoginTransaction> transactions, string start, IReadOnlyList<ExpectedApplication> others)
    {
        var isOAuth = transactions.Any(transaction => transaction.Protocol == LoginProtocol.OpenIdConnect);
        return new()
        {
            Name = NameOf(start, others),
            Url = start,
            // Only what the provider accepted is registered; the address of a refused request must not look like it.
            CallbackUrls = [.. transactions.Where(transaction => transaction.Succeeded).Select(transaction => transaction.RedirectUri).OfType<string>().Distinct()],
            ClientId = isOAuth && transactions.Any(transaction => transaction.ClientId is not null) ? client : null,
            EntityId = isOAuth ? null : transactions.Select(transaction => transaction.ClientId).FirstOrDefault(id => id is not null),
            // A browser that exchanges the code has no secret to keep.
            Confidential = transactions.Any(transaction => transaction.TokenExchanges.Count > 0) ? false : null,
        };
    }

    /// <summary>The page that sent the browser to the provider; the origin of the redirect URI where the file begins later.</summary>
    private static string? Start(EvidenceFacts facts, IReadOnlyList<LoginTransaction> transactions)
    {
        var pages = transactions.Select(transaction => facts.Chains.StartOf(facts.Chains.Exchanges[transaction.Authorization.Index]))
            .Select(start => facts.Chains.Ancestry(start).LastOrDefault() ?? start)
            .Where(start => facts.RoleOf(start.Entry) is EndpointRole.Application).Select(start => start.Address);
        var root = transactions.Select(transaction => Root(transaction.RedirectUri ?? transaction.Callback?.Request.Url)).OfType<string>().FirstOrDefault();
        return pages.FirstOrDefault(page => root is null || HostOf(page) == HostOf(root)) ?? root;
    }

    private static string? Answered(EvidenceFacts facts, HarLog traffic) =>
        traffic.Entries.FirstOrDefault(entry => facts.RoleOf(entry) == EndpointRole.ApplicationCallback)?.Request.Url;

    private static string Because(string client, IReadOnlyList<LoginTransaction> transactions) => transactions[0] switch
    {
        { IsUnsolicited: true } => "the provider posts an assertion there",
        { Protocol: LoginProtocol.Saml } => $"it asks for a login as {client} (SAML)",
        { Protocol: LoginProtocol.WsFederation } => $"it asks for a login as {client} (WS-Federation)",
        _ => $"client {client} asks for a login with {(transactions.All(transaction => transaction.Succeeded) ? "its" : "the")} redirect URI there",
    };

    /// <summary>The first label of the host that tells something; numbered where two applications share it.</summary>
    private static string NameOf(string url, IReadOnlyList<ExpectedApplication> others)
    {
        var labels = (HostOf(url) ?? "application").Split(':')[0].Split('.');
        var label = labels.Length > 2 && labels[0] is "www" ? labels[1] : labels[0];
        if (label.Length == 0 || char.IsDigit(label[0])) label = "application";
        var name = label;
        for (var number = 2; others.Any(other => other.Name == name); number++) name = $"{label}-{number}";
        return name;
    }

    private static string? HostOf(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Authority.Length > 0 ? uri.Authority : null;

    private static string? Root(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Authority.Length > 0 ? uri.GetLeftPart(UriPartial.Authority) + "/" : null;
}
