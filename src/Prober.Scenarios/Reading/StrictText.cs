namespace Prober.Scenarios.Reading;

/// <summary>Reads the text of a settings file, with a limit, and with the same kind of error for every reason that it cannot.</summary>
internal static class StrictText
{
    public static string Read(string path)
    {
        var start = new FilePosition(path, 1, 1);
        try
        {
            var file = new FileInfo(path);
            if (file.Exists && file.Length > StrictDocument.LargestFile) throw TooLarge(start);
            return File.ReadAllText(path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputFileException(start, "the file does not exist.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputFileException(start, $"the file cannot be read: {error.Message}", error);
        }
    }

    public static InputFileException TooLarge(FilePosition start) => new(start, "the file is larger than 1 MB.");
}
