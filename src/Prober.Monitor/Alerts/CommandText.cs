using System.Text.Json;

namespace Prober.Monitor.Alerts;

/// <summary>A command in a variable: a JSON array of program and arguments, or the program alone.</summary>
internal static class CommandText
{
    /// <param name="variable">Named in the message.</param>
    /// <param name="text">Its value, not empty.</param>
    /// <exception cref="FormatException">It is neither; the message does not quote it.</exception>
    public static IReadOnlyList<string> Parse(string variable, string text)
    {
        if (!text.StartsWith('[')) return [text];
        try
        {
            if (JsonSerializer.Deserialize<string[]>(text) is { Length: > 0 } command && command.All(part => part is not null) && command[0].Length > 0) return command;
        }
        catch (JsonException)
        {
            // The same as an array that is empty.
        }

        throw new FormatException($"{variable}: expected the path of a program, or a JSON array of program and arguments such as [\"/usr/local/bin/page\", \"--team\", \"logins\"]");
    }
}
