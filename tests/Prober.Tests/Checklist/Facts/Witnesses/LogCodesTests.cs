using NUnit.Framework;
using Prober.Checklist;
using Prober.Checklist.Facts.Errors;
using Prober.Checklist.Facts.Witnesses;
using Prober.Evidence.Provider.Log;

namespace Prober.Tests.Checklist.Facts.Witnesses;

public sealed class LogCodesTests
{
    private static IEnumerable<LogCode> Rows => LogCodes.Default.Providers.SelectMany(provider => provider.Codes);

    [TestCase("auth0", "s", null, null, LogResult.Success, "logs-entry-created")]
    [TestCase("auth0", "fp", null, null, LogResult.Failure, "credentials-no-error-shown")]
    [TestCase("auth0", "f", "Script execution time exceeded", null, LogResult.Failure, "profile-custom-db-scripts-ok")]
    [TestCase("auth0", "f", "the connection was disabled", null, LogResult.Failure, "login-prompt-connection-enabled")]
    [TestCase("auth0", "f", "Only staff (access_denied)", null, LogResult.Failure, "profile-rules-actions-ok")]
    [TestCase("auth0", "f", "Something new", null, LogResult.Failure, null)]
    [TestCase("auth0", "fsa", "Login required", null, LogResult.Note, "session-second-tab")]
    [TestCase("auth0", "sapi", null, null, LogResult.Note, null)]
    [TestCase("auth0", "flo", null, null, LogResult.Failure, "logout-redirect-allowed")]
    [TestCase("keycloak", "LOGIN_ERROR", null, "user_temporarily_disabled", LogResult.Failure, "credentials-no-error-shown")]
    [TestCase("keycloak", "LOGIN_ERROR", null, "brand_new_error", LogResult.Failure, "logs-entry-created")]
    [TestCase("okta", "user.session.start", "LOCKED_OUT", "FAILURE", LogResult.Failure, "credentials-no-error-shown")]
    [TestCase("okta", "user.session.start", null, "SUCCESS", LogResult.Success, "logs-entry-created")]
    [TestCase("entra", "50055", null, null, LogResult.Failure, "credentials-password-expired")]
    [TestCase("generic", "LOGIN", null, null, LogResult.Success, "logs-entry-created")]
    public void A_code_is_read_by_its_table(string kind, string code, string? description, string? outcome, object result, string? check)
    {
        var found = LogCodes.Default.Find(kind, Event(code, description, outcome));

        Assert.That((found?.Result, found?.Check), Is.EqualTo(((LogResult?)(LogResult)result, check)));
    }

    [TestCase("fs_")]
    [TestCase("")]
    [TestCase("user.brand.new")]
    [TestCase("s\0")]
    public void An_unknown_code_is_unknown_and_never_a_guess(string code)
    {
        var entry = Event(code, "\ud800 broken", "DENY");

        Assert.Multiple(() =>
        {
            Assert.That(LogCodes.Default.Find("auth0", entry), Is.Null);
            Assert.That(new LoggedEvent(entry, 0, null).Result, Is.EqualTo(LogResult.Unknown));
            Assert.That(EvidenceBuilder.Live().Log(WitnessEvidence.Event("s"), WitnessEvidence.Event(code)).Ask("logs-entry-created").Verdict, Is.EqualTo(Verdict.Pass));
        });
    }

    [Test]
    public void Every_check_and_family_that_a_row_names_exists()
    {
        var known = CheckCatalog.All.Select(check => check.Info.Id).ToHashSet();
        Assert.Multiple(() =>
        {
            Assert.That(Rows.Select(row => row.Check).OfType<string>().Where(check => !known.Contains(check) && !check.StartsWith("extra-", StringComparison.Ordinal)), Is.Empty);
            Assert.That(Rows.Select(row => row.Family).OfType<string>().Except(CredentialErrors.Default.Families.Select(family => family.Reason)), Is.Empty);
        });
    }

    [Test]
    public void No_row_stands_behind_a_wider_one_of_the_same_code()
    {
        foreach (var provider in LogCodes.Default.Providers)
        {
            foreach (var code in provider.Codes.SelectMany(row => row.Codes).Distinct())
            {
                var rows = provider.Codes.Where(row => row.Codes.Contains(code)).ToList();
                Assert.That(rows.SkipLast(1).Where(row => row is { Hint: null, Outcome: null }), Is.Empty, $"{provider.Kind} {code}");
            }
        }
    }

    private static ProviderLogEvent Event(string code, string? description, string? outcome) =>
        new() { At = DateTimeOffset.UnixEpoch, Code = code, Description = description, Outcome = outcome };
}
