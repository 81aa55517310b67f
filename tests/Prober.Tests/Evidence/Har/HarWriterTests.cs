using NUnit.Framework;
using Prober.Evidence.Har;

namespace Prober.Tests.Evidence.Har;

public sealed class HarWriterTests
{
    [Test]
    public void What_is_written_reads_back_equal()
    {
        var log = new HarLog
        {
            Creator = "Playwright",
            CreatorVersion = "1.64.1",
            Browser = "chromium 156",
            Report = new() { Reordered = true, DroppedBodies = 7 },
            Entries =
            [
                new()
                {
                    Index = 0,
                    StartedAt = new DateTimeOffset(2026, 3, 12, 10, 15, 2, TimeSpan.Zero).AddTicks(1234567),
                    TimeMs = 12.345,
                    Page = "page@1",
                    Frame = "frame@1",
                    ResourceType = "document",
                    FromServiceWorker = true,
                    Request = new()
                    {
                        Method = "POST",
                        Url = "https://idp.example/login?state=a%2Bb&x",
                        Headers = new([new("Cookie", "a=1; b=2"), new("Accept", "\"<é&'+\u2028")]),
                        PostData = new("application/x-www-form-urlencoded; charset=UTF-8", "a=1&b=%20"),
                    },
                    Response = new()
                    {
                        Status = 302,
                        Headers = new([new("Set-Cookie", "a=1"), new("set-cookie", "b=2"), new("Location", "/cb#x=1")]),
                        MimeType = "text/html",
                        Body = "",
                        BodySize = 0,
                        RedirectUrl = "https://idp.example/cb",
                    },
                },
                new()
                {
                    Index = 1,
                    StartedAt = new DateTimeOffset(2026, 3, 12, 10, 15, 3, TimeSpan.Zero),
                    Request = new() { Method = "GET", Url = "myapp://cb", Headers = HarHeaders.None, PostData = new("", null) },
                    Response = new() { Status = 0, Headers = HarHeaders.None, Failure = "csp" },
                },
            ],
        };

        Assert.That(RoundTrip(log), Is.EqualTo(log).UsingPropertiesComparer());
    }

    private static HarLog RoundTrip(HarLog log)
    {
        var file = new MemoryStream();
        HarWriter.Write(log, file);
        file.Position = 0;
        return HarReader.Read(file, new() { Bodies = BodyRetention.All });
    }
}
