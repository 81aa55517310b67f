using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NUnit.Framework;
using Prober.Evidence;
using Prober.Evidence.Expected;
using Prober.Evidence.Har;
using Prober.Evidence.Redaction;

namespace Prober.Tests.Evidence.Redaction.Sanitizing;

/// <summary>
/// Recorders disagree whether a form's fields and its text are still escaped. Whatever they do, the password is in no copy: neither in the form nor
/// in the page that repeats it.
/// </summary>
public sealed class FormSpellingTests
{
    private static readonly string[] Passwords = [Canary.Password, "100%25 sure+Thing", "a%2Bb+c%20d&E=f9", "p=q&r=S#1;x", "a9&b%zz", "Tr+ust9"];

    private static readonly (string Name, Func<string, string> Of)[] Spellings =
    [
        ("decoded", value => value),
        ("percent", Uri.EscapeDataString),
        ("percent, lower case", value => System.Text.RegularExpressions.Regex.Replace(Uri.EscapeDataString(value), "%[0-9A-F]{2}", match => match.Value.ToLowerInvariant())),
        ("form", value => WebUtility.UrlEncode(value)),
    ];

    private static IEnumerable<TestCaseData> Forms()
    {
        foreach (var password in Passwords)
        {
            foreach (var (name, fields) in Spellings)
            {
                yield return new TestCaseData(password, fields(password), null).SetArgDisplayNames(password, $"fields {name}");
                foreach (var (textName, text) in Spellings) yield return new TestCaseData(password, fields(password), text(password)).SetArgDisplayNames(password, $"fields {name}, text {textName}");
            }

            // Undone escapes that look like a form of their own are one: nothing tells that "E" is no field.
            foreach (var (name, text) in Spellings.Where(spelling => spelling.Name != "decoded" || password != "a%2Bb+c%20d&E=f9")) yield return new TestCaseData(password, null, text(password)).SetArgDisplayNames(password, $"text {name}");
        }
    }

    [TestCaseSource(nameof(Forms))]
    public void The_password_is_in_no_copy(string password, string? field, string? text)
    {
        var har = Har(password, field, text);
        var (result, copy) = HarSanitizerTests.Sanitize(har);

        Assert.That(result.Leaks, Is.Empty);
        AssertIsGone(password, Encoding.UTF8.GetString(copy));
        AssertIsGone(password, Redacted(har));
    }

    private static byte[] Har(string password, string? field, string? text)
    {
        var posted = new JsonObject { ["mimeType"] = "application/x-www-form-urlencoded" };
        if (field is not null) posted["params"] = new JsonArray(new JsonObject { ["name"] = "username", ["value"] = "pat" }, new JsonObject { ["name"] = "password", ["value"] = field });
        if (text is not null) posted["text"] = $"username=pat&password={text}";
        return Encoding.UTF8.GetBytes(new JsonObject
        {
            ["log"] = new JsonObject
            {
                ["entries"] = new JsonArray(
                    Entry(new JsonObject { ["method"] = "POST", ["url"] = "https://idp.example/login", ["postData"] = posted }, ""),
                    Entry(new JsonObject { ["method"] = "GET", ["url"] = "https://idp.example/error" }, $"<p>wrong: {WebUtility.HtmlEncode(password)}</p><script>tried({JsonSerializer.Serialize(password)})</script><a href='/retry?x={Uri.EscapeDataString(password)}'>")),
            },
        }.ToJsonString());
    }

    private static JsonObject Entry(JsonObject request, string body) => new()
    {
        ["startedDateTime"] = "2026-03-12T10:15:02Z",
        ["request"] = request,
        ["response"] = new JsonObject { ["status"] = 200, ["content"] = new JsonObject { ["mimeType"] = "text/html", ["text"] = body } },
    };

    private static string Redacted(byte[] har)
    {
        var output = new MemoryStream();
        var raw = RichBundle.Create() with { Traffic = Captured.Of(HarReader.Read(har)), Expectations = new Expectations() };
        HarWriter.Write(new Redactor().Redact(raw, new KnownSecrets()).Traffic.Value!, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    // A part of it must not stay either.
    private static void AssertIsGone(string password, string copy) => Assert.That(
        Canary.Disguises(password).Concat(password.Split('&').Where(part => part.Length >= 4)).Where(disguise => copy.Contains(disguise, StringComparison.Ordinal) || copy.Contains(JsonSerializer.Serialize(disguise).Trim('"'), StringComparison.Ordinal)), Is.Empty, copy);
}
