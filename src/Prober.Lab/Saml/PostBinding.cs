using System.Text;
using Prober.Lab.Assets;

namespace Prober.Lab.Saml;

/// <summary>Messages in a form that posts itself (saml-bindings, 3.5).</summary>
internal static class PostBinding
{
    public static string Encode(string xml) => Convert.ToBase64String(Encoding.UTF8.GetBytes(xml));

    /// <exception cref="SamlRefusalException">It is no base64.</exception>
    public static string Decode(string value)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(value));
        }
        catch (FormatException exception)
        {
            throw new SamlRefusalException($"The message cannot be decoded: {exception.Message}");
        }
    }

    public static string Page(string destination, IEnumerable<KeyValuePair<string, string?>> fields) => $"""
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><title>Submit this form</title><link rel="icon" href="data:,"></head>
        <body onload="document.forms[0].submit()">
          <form method="post" action="{Markup.Encode(destination)}">
            {string.Join("\n    ", fields.Where(field => field.Value is not null).Select(Field))}
            <noscript><p>Scripting is off. Press the button to go on.</p><button type="submit">Continue</button></noscript>
          </form>
        </body>
        </html>
        """;

    private static string Field(KeyValuePair<string, string?> field) =>
        $"""<input type="hidden" name="{field.Key}" value="{Markup.Encode(field.Value)}">""";
}
