using System.IO.Compression;
using System.Security.Cryptography;
using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Catalog;

namespace FrameworkBench.Tests.Datasets;

public sealed class IdxTests
{
    private static readonly byte[] Images = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 3, 10, 20, 30, 40, 50, 255];
    private static readonly byte[] Labels = [0, 0, 8, 1, 0, 0, 0, 2, 1, 0];

    [Fact]
    public void The_sample_of_MNIST_begins_as_the_original_does()
    {
        Dataset sample = DatasetCatalog.Read(RepositoryFiles.Catalog).Load("mnist_sample");
        Assert.Equal([5, 0, 4, 1, 9, 2, 1, 3, 1, 4], sample.Labels[..10]);
        Assert.Equal([7, 2, 1, 0, 4, 1, 4, 9, 5, 9], sample.Labels[5000..5010]);
        Assert.Equal([3, 18, 18, 18, 126, 136, 175, 26, 166, 255, 247, 127], sample.Features.Row(0)[152..164].ToArray());
    }

    [Fact]
    public void Images_of_several_files_follow_each_other()
    {
        using var folder = new TemporaryFolder();
        Dataset table = Load(folder, Images, Labels);
        Assert.Equal([10, 20, 30, 40, 50, 255, 10, 20, 30, 40, 50, 255], table.Features.Values);
        Assert.Equal([1, 0, 1, 0], table.Labels);
        Assert.Equal(["p0", "p1", "p2"], table.Columns.Select(column => column.Name));
        Assert.Equal(new ImageShape(3, 1, 255), table.Image);
    }

    [Theory]
    [InlineData("magic", "images.gz: not an IDX file of images; expected it to begin with 00000803")]
    [InlineData("cut", "images.gz: found 5 bytes of images, its header announces 6; the file is cut off or damaged")]
    [InlineData("labels", "labels.gz: found 1 labels for the 2 images of FOLDERimages.gz")]
    [InlineData("class", "labels.gz: label 7 is not one of the 2 classes")]
    [InlineData("rows", "images.gz: found 4 rows in all parts, the catalog says 5")]
    [InlineData("checksum", "images.gz: SHA-256 is FOUND, the catalog says "
        + "0000000000000000000000000000000000000000000000000000000000000000; the table was changed or is damaged")]
    public void Files_that_are_not_what_they_should_be_are_reported(string fault, string message)
    {
        using var folder = new TemporaryFolder();
        byte[] images = fault switch { "magic" => Labels, "cut" => Images[..^1], _ => Images };
        byte[] labels = fault switch { "labels" => [0, 0, 8, 1, 0, 0, 0, 1, 1], "class" => [.. Labels[..^1], 7], _ => Labels };
        DatasetException exception =
            Assert.Throws<DatasetException>(
                () => Load(folder, images, labels, fault == "rows" ? 5 : 4, fault == "checksum" ? new string('0', 64) : null));
        string prefix = folder.Path + Path.DirectorySeparatorChar;
        string expected = message.Replace("FOUND", Hash(Images), StringComparison.Ordinal);
        Assert.Equal(prefix + expected.Replace("FOLDER", prefix, StringComparison.Ordinal), exception.Message);
    }

    private static Dataset Load(TemporaryFolder folder, byte[] images, byte[] labels, int rows = 4, string? checksum = null)
    {
        foreach (
            (string name, byte[] bytes) in new[] { ("images.gz", images), ("more-images.gz", images), ("labels.gz", labels),
            ("more-labels.gz", labels) })
        {
            using var gzip = new GZipStream(File.Create(Path.Combine(folder.Path, name)), CompressionLevel.Fastest);
            gzip.Write(bytes);
        }

        return DatasetCatalog.Read(folder.Write("catalog.yaml", $$"""
            datasets:
              small:
                title: Images
                images:
                  images.gz: {{checksum ?? Hash(images)}}
                  more-images.gz: {{Hash(images)}}
                labels:
                  labels.gz: {{Hash(labels)}}
                  more-labels.gz: {{Hash(labels)}}
                task: binary
                target: y
                classes: [no, yes]
                rows: {{rows}}
                source: nobody
                taken_from: nowhere
                licence: none
            """)).Load("small");
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
