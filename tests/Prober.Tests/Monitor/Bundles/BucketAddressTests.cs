using NUnit.Framework;
using Prober.Monitor.Bundles;

namespace Prober.Tests.Monitor.Bundles;

public sealed class BucketAddressTests
{
    [TestCase("s3://prober-evidence", "prober-evidence", "")]
    [TestCase("s3://prober-evidence/", "prober-evidence", "")]
    [TestCase("s3://prober-evidence/production", "prober-evidence", "production/")]
    [TestCase("s3://prober.evidence/eu/production/", "prober.evidence", "eu/production/")]
    public void A_bucket_with_or_without_a_prefix(string text, string bucket, string prefix) => Assert.That(BucketAddress.TryParse(text), Is.EqualTo(new BucketAddress(bucket, prefix)));

    [TestCase("prober-evidence")]
    [TestCase("https://prober-evidence/production")]
    [TestCase("s3://")]
    [TestCase("s3://ab")]
    [TestCase("s3://Prober")]
    [TestCase("s3://prober-/x")]
    [TestCase("s3://key:secret@bucket/x")]
    [TestCase("s3://bucket/a//b")]
    public void Nothing_else(string text) => Assert.That(BucketAddress.TryParse(text), Is.Null);

    [Test]
    public void What_is_written_down_is_read_as_the_same_place()
    {
        var place = BucketAddress.TryParse("s3://prober-evidence/eu")!.Below("portal", "run-1");
        Assert.That(place.Prefix, Is.EqualTo("eu/portal/run-1/"));
        Assert.That(BucketAddress.TryParse($"{place}"), Is.EqualTo(place));
    }
}
