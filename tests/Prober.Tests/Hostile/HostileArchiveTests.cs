using System.IO.Compression;
using NUnit.Framework;
using NUnit.Framework.Constraints;
using Prober.Evidence.Bundles;
using Prober.Evidence.Har;

namespace Prober.Tests.Hostile;

/// <summary>Archives that want more room than they may have, or a place that is not theirs.</summary>
public sealed class HostileArchiveTests
{
    [Test]
    public void Names_that_lead_elsewhere_are_left_out()
    {
        using var place = Packed(("manifest.json", 2), ("../stray.txt", 2), ("a/../../../stray.txt", 2), ("/prober-stray.txt", 2));

        var folder = PackedBundles.Unpack(place.Archive, place.Into).Single();

        Assert.That(Directory.GetFileSystemEntries(folder).Select(Path.GetFileName), Is.EqualTo(new[] { "manifest.json" }));
        Assert.That(place.Strays, Is.Empty);
        Assert.That(File.Exists("/prober-stray.txt"), Is.False);
    }

    [Test]
    public void A_bomb_that_declares_its_size_is_refused()
    {
        using var place = Packed(("manifest.json", 2), ("bomb", 5000));

        Assert.That(() => PackedBundles.Unpack(place.Archive, place.Into, 1000), Refused("sent.zip: expected no more than 1000 bytes of unpacked data"));
    }

    [Test]
    public void Bundles_within_bundles_share_one_bound()
    {
        using var place = Packed(("manifest.json", 2), ("a/manifest.json", 2), ("a/b/manifest.json", 2), ("a/b/data", 400));

        Assert.That(() => PackedBundles.Unpack(place.Archive, place.Into, 1000), Refused("sent.zip: expected no more than 1000 bytes of unpacked data"));
    }

    [Test]
    public void A_name_that_is_both_file_and_folder_is_refused()
    {
        using var place = Packed(("manifest.json", 2), ("a", 2), ("a/b", 2));

        Assert.That(() => PackedBundles.Unpack(place.Archive, place.Into), Refused("sent.zip: expected names that can lie side by side in a folder, and one of the zip archive's cannot"));
    }

    [Test]
    public void A_name_that_is_both_folder_and_file_is_refused()
    {
        using var place = Packed(("manifest.json", 2), ("a/b", 2), ("a", 2));

        Assert.That(() => PackedBundles.Unpack(place.Archive, place.Into), Refused("sent.zip: expected names that can lie side by side in a folder, and one of the zip archive's cannot"));
    }

    [Test]
    public void A_name_longer_than_the_disk_takes_is_refused()
    {
        using var place = Packed(("manifest.json", 2), (new string('n', 300), 2));

        Assert.That(() => PackedBundles.Unpack(place.Archive, place.Into), Refused("sent.zip: expected names that can lie side by side in a folder, and one of the zip archive's cannot"));
    }

    [Test]
    public void A_disk_that_takes_nothing_is_no_fault_of_the_archive()
    {
        using var place = Packed(("manifest.json", 2));

        Assert.That(() => PackedBundles.Unpack(place.Archive, Path.Combine(place.Archive, "below-a-file")), Throws.InstanceOf<IOException>());
        Assert.That(() => PackedBundles.Unpack(place.Archive + ".absent", place.Into), Throws.TypeOf<FileNotFoundException>());
    }

    private static EqualStringConstraint Refused(string message) =>
        Throws.TypeOf<HarFormatException>().With.Message.EqualTo(message);

    private static UnpackingPlace Packed(params (string Name, int Length)[] files)
    {
        var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, length) in files)
            {
                using var content = archive.CreateEntry(name).Open();
                content.Write(new byte[length]);
            }
        }

        return new UnpackingPlace(packed.ToArray());
    }
}
