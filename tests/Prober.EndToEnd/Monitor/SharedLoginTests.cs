using System.Net;
using System.Text.RegularExpressions;
using NUnit.Framework;
using Prober.Monitor.Store;
using Prober.Monitor.Web.Access;

namespace Prober.EndToEnd.Monitor;

/// <summary>Two nodes behind one address, which hands each request to whichever it likes.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed partial class SharedLoginTests
{
    private const string Token = "operator-token-0123456789";

    [Test]
    public async Task A_login_at_one_node_is_one_at_the_other_and_ends_when_another_may_come()
    {
        await using var postgres = await SharedPostgres.NewSchemaAsync();
        var nodes = await Task.WhenAll(NodeAsync(postgres, Token), NodeAsync(postgres, Token));
        await using var one = nodes[0];
        await using var two = nodes[1];

        using var person = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        // The form comes from the one and goes to the other; cookies know no port.
        var form = await person.GetStringAsync(new Uri(one.Address, "login"));
        using var loggedIn = await person.PostAsync(new Uri(two.Address, "login"), new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = WebUtility.HtmlDecode(FormToken().Match(form).Groups[1].Value),
            ["token"] = Token,
        }));
        Assert.That((loggedIn.StatusCode, loggedIn.Headers.Location?.OriginalString), Is.EqualTo((HttpStatusCode.Redirect, "/")));
        foreach (var node in nodes) Assert.That(await StatusAsync(person, node), Is.EqualTo(HttpStatusCode.OK));

        // A node that starts later, and one that was told of another token.
        await using var later = await NodeAsync(postgres, Token);
        Assert.That(await StatusAsync(person, later), Is.EqualTo(HttpStatusCode.OK));
        await using var other = await NodeAsync(postgres, "another-token-0123456789");
        Assert.That(await StatusAsync(person, other), Is.EqualTo(HttpStatusCode.Redirect), "to the login");

        var stored = await postgres.ScalarAsync<string>("SELECT string_agg(element, ' ') FROM monitor_login_keys");
        Assert.That(stored, Is.Not.Empty.And.Not.Contain("<").And.Not.Contain("masterKey"));
        Assert.That(await postgres.ScalarAsync<long>("SELECT COUNT(*) FROM monitor_login_keys"), Is.EqualTo(2), "one for three nodes, and one for the node with another token");
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient person, PagedMonitor node)
    {
        using var answer = await person.GetAsync(new Uri(node.Address, "scenarios/portal"));
        return answer.StatusCode;
    }

    private static Task<PagedMonitor> NodeAsync(PostgresSchema postgres, string token) =>
        PagedMonitor.StartAsync(new() { Tokens = [new AccessToken(AccessRole.Operator, token)] }, MonitorDatabase.Postgres(postgres.ConnectionString));

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
