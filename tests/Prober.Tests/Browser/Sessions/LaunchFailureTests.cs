using NUnit.Framework;
using Prober.Browser.Sessions;

namespace Prober.Tests.Browser.Sessions;

public sealed class LaunchFailureTests
{
    [Test]
    public void The_line_that_says_why_is_found_in_the_page_long_message()
    {
        const string message = """
            Target page, context or browser has been closed
            Browser logs:
            <launching> /usr/bin/chromium --headless
            [pid=7][err] [7:7:0312/101502.1:ERROR:zygote_host_impl_linux.cc(101)] Running as root without --no-sandbox is not supported.
            """;

        Assert.That(LaunchFailure.FirstComplaint(message), Does.Contain("Running as root without --no-sandbox is not supported."));
    }
}
