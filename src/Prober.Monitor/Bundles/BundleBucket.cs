using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Prober.Monitor.Bundles;

/// <summary>Bundles in a bucket: each file of a run's folder is an object below the run's own place.</summary>
public sealed class BundleBucket(BucketAddress address, IAmazonS3 client) : IDisposable
{
    public BucketAddress Address => address;

    /// <summary>Where a run's bundle lies.</summary>
    public BucketAddress Place(string scenario, string run) => address.Below(scenario, run);

    /// <summary>Copies a folder there; returns its bytes. Doing it again changes nothing.</summary>
    /// <exception cref="BucketException">The bucket is away or refuses.</exception>
    /// <exception cref="IOException">The folder cannot be read, or is no more.</exception>
    public Task<long> PutAsync(string folder, BucketAddress place, CancellationToken cancellationToken) => AskAsync(async () =>
    {
        var bytes = 0L;
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(folder, file.FullName).Replace(Path.DirectorySeparatorChar, '/');
            // In one piece with its length before it: other servers know no pieces with a signature each.
            await client.PutObjectAsync(
                new() { BucketName = place.Bucket, Key = place.Prefix + name, FilePath = file.FullName, ContentType = BundleTypes.Of(name), UseChunkEncoding = false }, cancellationToken);
            bytes += file.Length;
        }

        return bytes;
    }, cancellationToken);

    /// <summary>A file of a bundle; null when it is not there.</summary>
    /// <exception cref="BucketException">The bucket is away or refuses.</exception>
    public Task<Stream?> OpenAsync(BucketAddress place, string name, CancellationToken cancellationToken) => AskAsync<Stream?>(async () =>
    {
        try
        {
            return (await client.GetObjectAsync(place.Bucket, place.Prefix + name, cancellationToken)).ResponseStream;
        }
        catch (AmazonS3Exception none) when (none.ErrorCode is "NoSuchKey")
        {
            return null;
        }
    }, cancellationToken);

    /// <summary>Deletes a bundle; one that is not there is no error.</summary>
    /// <exception cref="BucketException">The bucket is away or refuses.</exception>
    public Task DeleteAsync(BucketAddress place, CancellationToken cancellationToken) => AskAsync(async () =>
    {
        var deleted = 0;
        for (var question = new ListObjectsV2Request { BucketName = place.Bucket, Prefix = place.Prefix }; ;)
        {
            var page = await client.ListObjectsV2Async(question, cancellationToken);
            // One by one: to delete many at once wants a checksum, and servers do not agree which.
            foreach (var found in page.S3Objects ?? [])
            {
                await client.DeleteObjectAsync(place.Bucket, found.Key, cancellationToken);
                deleted++;
            }

            if (page.IsTruncated is not true) return deleted;
            question.ContinuationToken = page.NextContinuationToken;
        }
    }, cancellationToken);

    public void Dispose() => client.Dispose();

    private async Task<T> AskAsync<T>(Func<Task<T>> question, CancellationToken cancellationToken)
    {
        try
        {
            return await question();
        }
        catch (AmazonS3Exception refused) when (refused.StatusCode != 0)
        {
            // Never its text: servers like to repeat what they were sent.
            throw new BucketException($"{address} answered {(int)refused.StatusCode}{(refused.ErrorCode is { Length: > 0 } code ? $" ({code})" : "")}", refused);
        }
        catch (Exception away) when (away is AmazonServiceException or AmazonClientException or HttpRequestException || (away is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new BucketException($"{address} did not answer ({away.GetBaseException().GetType().Name})", away);
        }
    }
}
