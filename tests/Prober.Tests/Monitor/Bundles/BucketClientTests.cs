using NUnit.Framework;
using Prober.Monitor.Bundles;
using Prober.Scenarios;

namespace Prober.Tests.Monitor.Bundles;

public sealed class BucketClientTests
{
    [TestCase("AWS_ENDPOINT_URL=minio.example.com", "AWS_ENDPOINT_URL: expected an address such as https://minio.example.com:9000")]
    [TestCase("AWS_ENDPOINT_URL=https://user:secret@minio.example.com", "AWS_ENDPOINT_URL: expected an address such as https://minio.example.com:9000")]
    [TestCase("AWS_REGION=eu-central-1 AWS_ACCESS_KEY_ID=key", "AWS_SECRET_ACCESS_KEY: expected the secret of AWS_ACCESS_KEY_ID, and it is not set")]
    [TestCase("AWS_REGION=eu-central-1 AWS_SECRET_ACCESS_KEY=secret", "AWS_ACCESS_KEY_ID: expected the key that AWS_SECRET_ACCESS_KEY belongs to, and it is not set")]
    public void What_is_missing_or_wrong_is_named_and_not_quoted(string variables, string message) =>
        Assert.That(() => BucketClient.Of(Variables(variables)), Throws.TypeOf<FormatException>().With.Message.EqualTo(message));

    [Test]
    public void The_servers_address_of_S3_goes_before_that_of_all_services_and_buckets_stand_in_the_path()
    {
        using var client = BucketClient.Of(Variables("AWS_ENDPOINT_URL=https://all.example.com AWS_ENDPOINT_URL_S3=https://minio.example.com:9000 AWS_ACCESS_KEY_ID=key AWS_SECRET_ACCESS_KEY=secret"));
        var settings = (Amazon.S3.AmazonS3Config)client.Config;
        Assert.That((settings.ServiceURL, settings.ForcePathStyle, settings.AuthenticationRegion), Is.EqualTo(("https://minio.example.com:9000/", true, "us-east-1")));
    }

    [Test]
    public void Without_an_address_it_is_the_regions_own()
    {
        using var client = BucketClient.Of(Variables("AWS_DEFAULT_REGION=eu-central-1 AWS_ACCESS_KEY_ID=key AWS_SECRET_ACCESS_KEY=secret AWS_SESSION_TOKEN=token"));
        var settings = (Amazon.S3.AmazonS3Config)client.Config;
        Assert.That((settings.ServiceURL, settings.ForcePathStyle, settings.RegionEndpoint.SystemName), Is.EqualTo((null as string, false, "eu-central-1")));
    }

    private static ScenarioVariables Variables(string text) => ScenarioVariables.Of(text.Split(' ').Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]));
}
