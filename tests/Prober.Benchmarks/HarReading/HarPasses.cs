using System.Text.Encodings.Web;
using System.Text.Json;
using Prober.Analysis;
using Prober.Evidence.Har;
using Prober.Evidence.Har.Inputs;
using Prober.Evidence.Redaction.Sanitizing;
using Prober.Sanitizing;

namespace Prober.Benchmarks.HarReading;

/// <summary>One pass over a file in a process of its own; prints entries or tokens, CPU seconds and peak resident megabytes.</summary>
internal static class HarPasses
{
    public static int Run(string pass, string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        object? kept = null;
        long count = pass switch
        {
            "product" => Entries(kept = Read(file)),
            "analyze" => Analyze(file),
            "tokens" => CountTokens(stream),
            "copy" => Copy(stream),
            "sanitize" => Sanitize(file),
            _ => throw new ArgumentException($"no pass called {pass}", nameof(pass)),
        };
        var peak = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2];
        Console.WriteLine(FormattableString.Invariant($"{count} {Environment.CpuUsage.TotalTime.TotalSeconds:F3} {double.Parse(peak) / 1024:F0}"));
        GC.KeepAlive(kept);
        return 0;
    }

    private static long Entries(object read) => ((IReadOnlyList<HarDocument>)read)[0].Log.Entries.Count;

    private static IReadOnlyList<HarDocument> Read(string file) =>
        HarInput.ReadAsync(file, Stream.Null, HarReadOptions.LoginByLogin, progress: null, CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>As <see cref="Read"/>, and every login judged.</summary>
    private static long Analyze(string file)
    {
        var log = Read(file)[0].Log;
        using var stored = log.Entries as IDisposable;
        return new HarAnalysis(WitnessFiles.None, expected: null).EachAsync("large.har", log, CancellationToken.None).CountAsync().AsTask().GetAwaiter().GetResult();
    }

    private static long Sanitize(string file)
    {
        using var hars = StoredHars.Of(file);
        var har = hars.All.Single();
        var signatures = SignatureObservations.OfAsync(har, CancellationToken.None).GetAwaiter().GetResult();
        var result = new HarSanitizer(new SanitizeOptions()).Sanitize(har, new CountingStream(), signatures, CancellationToken.None);
        return result.Leaks.Count == 0 ? result.Entries : throw new InvalidOperationException("the copy is not clean");
    }

    /// <summary>Every token read and written again, nothing looked at.</summary>
    private static long Copy(Stream stream)
    {
        using var output = new CountingStream();
        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
        CountTokens(stream, (ref Utf8JsonReader reader) =>
        {
            JsonTokenCopy.Write(ref reader, writer);
            if (writer.BytesPending > 1 << 16) writer.Flush();
        });
        writer.Flush();
        return output.Length;
    }

    private delegate void TokenSink(ref Utf8JsonReader reader);

    /// <summary>The framework's reader at its best: a plain buffer, tokens counted, nothing kept.</summary>
    private static long CountTokens(Stream stream, TokenSink? sink = null)
    {
        var buffer = new byte[256 * 1024];
        var state = new JsonReaderState();
        var (held, count) = (0, 0L);
        while (true)
        {
            var read = stream.Read(buffer, held, buffer.Length - held);
            var reader = new Utf8JsonReader(buffer.AsSpan(0, held + read), isFinalBlock: read == 0, state);
            while (reader.Read())
            {
                count++;
                sink?.Invoke(ref reader);
            }

            if (read == 0) return count;
            state = reader.CurrentState;
            var consumed = (int)reader.BytesConsumed;
            held = held + read - consumed;
            Buffer.BlockCopy(buffer, consumed, buffer, 0, held);
            if (held > buffer.Length / 2) Array.Resize(ref buffer, buffer.Length * 2);
        }
    }
}
