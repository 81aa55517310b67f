using Amazon.Runtime;
using Amazon.S3;
using Prober.Scenarios;

namespace Prober.Monitor.Bundles;

/// <summary>Speaks to a bucket as the variables say that all programs for S3 read: <c>AWS_ENDPOINT_URL</c>, <c>AWS_REGION</c>, <c>AWS_ACCESS_KEY_ID</c> and their kin.</summary>
public static class BucketClient
{
    /// <exception cref="FormatException">Something is missing; the message names the variable and quotes none.</exception>
    public static IAmazonS3 Of(ScenarioVariables variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        var settings = new AmazonS3Config
        {
            Timeout = TimeSpan.FromSeconds(60),
            MaxErrorRetry = 2,
            // Checksums of a newer kind than S3's first are what other servers know least; the payload is signed anyhow.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        var region = Find("AWS_REGION") ?? Find("AWS_DEFAULT_REGION");
        if ((Find("AWS_ENDPOINT_URL_S3") ?? Find("AWS_ENDPOINT_URL")) is { } endpoint)
        {
            settings.ServiceURL = Address(endpoint);
            settings.AuthenticationRegion = region ?? "us-east-1";
            // Others than Amazon rarely have a host name for each bucket.
            settings.ForcePathStyle = true;
        }
        else if (region is not null)
        {
            settings.RegionEndpoint = Amazon.RegionEndpoint.GetBySystemName(region);
        }

        try
        {
            return Credentials() is { } credentials ? new AmazonS3Client(credentials, settings) : new AmazonS3Client(settings);
        }
        catch (AmazonClientException)
        {
            throw new FormatException("AWS_REGION: expected the region of the bucket, or AWS_ENDPOINT_URL with the address of another S3-compatible server");
        }

        string? Find(string name) => variables.Find(name) is { Length: > 0 } value ? value : null;

        // Null leaves it to the library, which knows profiles, roles and what the machine itself may do.
        AWSCredentials? Credentials() => (Find("AWS_ACCESS_KEY_ID"), Find("AWS_SECRET_ACCESS_KEY"), Find("AWS_SESSION_TOKEN")) switch
        {
            ({ } key, { } secret, null) => new BasicAWSCredentials(key, secret),
            ({ } key, { } secret, { } token) => new SessionAWSCredentials(key, secret, token),
            (null, null, _) => null,
            ({ }, null, _) => throw new FormatException("AWS_SECRET_ACCESS_KEY: expected the secret of AWS_ACCESS_KEY_ID, and it is not set"),
            _ => throw new FormatException("AWS_ACCESS_KEY_ID: expected the key that AWS_SECRET_ACCESS_KEY belongs to, and it is not set"),
        };
    }

    // What stands in front of an @ may be a password, so the address is not repeated.
    private static string Address(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", UserInfo: "" }
        ? address.AbsoluteUri
        : throw new FormatException("AWS_ENDPOINT_URL: expected an address such as https://minio.example.com:9000");
}
