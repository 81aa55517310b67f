namespace Prober.Browser.Recording.Logs;

/// <summary>What an HTTP address answers, with <c>{from}</c> and <c>{to}</c> put in.</summary>
internal sealed class LogAddress(string template, bool ignoreHttpsErrors) : ILogReader
{
    public string Source => Uri.TryCreate(Fill("now", "now"), UriKind.Absolute, out var address) ? address.Host : "address";

    public async Task<string> ReadAsync(LogWindow window, CancellationToken cancellationToken)
    {
        using var http = ProberHttp.Create(ignoreHttpsErrors, Timeout.InfiniteTimeSpan);
        try
        {
            using var response = await http.GetAsync(
                Fill(Uri.EscapeDataString(window.FromText), Uri.EscapeDataString(window.ToText)), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!response.IsSuccessStatusCode) throw new IOException($"the address answered {(int)response.StatusCode}");
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            return await LastBytes.ReadAsync(body, ILogReader.MaxBytes, cancellationToken);
        }
        catch (HttpRequestException failure)
        {
            throw new IOException($"the address could not be reached ({failure.HttpRequestError})", failure);
        }
        catch (OperationCanceledException)
        {
            throw new IOException("the address did not answer in time");
        }
    }

    private string Fill(string from, string to) =>
        template.Replace("{from}", from, StringComparison.Ordinal).Replace("{to}", to, StringComparison.Ordinal);
}
