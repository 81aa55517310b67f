using Microsoft.Playwright;
using NUnit.Framework;
using Prober.Browser.Recording;
using Prober.Browser.Sessions;

namespace Prober.EndToEnd;

/// <summary>A picture must be of the document that stood there when it was asked for: the one before may have shown what nobody may see.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class PictureTests
{
    // Reads the colour in the middle of a picture, and its size.
    private const string Decode = """
        async data => {
          const picture = await createImageBitmap(await (await fetch('data:image/jpeg;base64,' + data)).blob());
          const canvas = new OffscreenCanvas(picture.width, picture.height);
          const drawing = canvas.getContext('2d');
          drawing.drawImage(picture, 0, 0);
          const [red, green, blue] = drawing.getImageData(picture.width / 2, picture.height / 2, 1, 1).data;
          return `${picture.width}x${picture.height} ${red > 128 ? 'red' : green > 128 ? 'green' : blue > 128 ? 'blue' : 'none of them'}`;
        }
        """;

    private static readonly string[] Colours = ["#e00", "#0e0", "#00e"];

    [Test]
    public async Task A_small_picture_shows_the_newest_document()
    {
        using var folder = PrivateFolder.Create();
        var window = await (await TestBrowser.SessionAsync()).OpenAsync("pictures", folder, null, CancellationToken.None);
        try
        {
            var (page, canvas) = (await window.Context.NewPageAsync(), await window.Context.NewPageAsync());
            var pictures = new PlainPictures();
            await page.RouteAsync("**/*", route => route.FulfillAsync(new()
            {
                ContentType = "text/html",
                Body = $"<body style='margin:0;height:100vh;background:{Colours[Number(route.Request.Url) % 3]}'>",
            }));
            var seen = new List<string>();
            for (var number = 0; number < 24; number++)
            {
                // Every third time another site, so another process draws it.
                await page.GotoAsync($"http://{(number % 3 == 0 ? "one" : "other")}.localhost/{number}", new() { WaitUntil = WaitUntilState.Commit });
                seen.Add(await canvas.EvaluateAsync<string>(Decode, Convert.ToBase64String(await pictures.DrawHalfAsync(page, TimeProvider.System))));
            }

            Assert.That(seen, Is.EqualTo(Enumerable.Range(0, 24).Select(number => $"400x225 {new[] { "red", "green", "blue" }[number % 3]}")));
        }
        finally
        {
            await window.CloseAsync(TimeSpan.FromSeconds(5));
        }
    }

    private static int Number(string url) => int.TryParse(new Uri(url).AbsolutePath.Trim('/'), out var number) ? number : 0;
}
