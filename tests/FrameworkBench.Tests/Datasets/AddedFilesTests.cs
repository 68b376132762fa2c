using System.IO.Compression;
using System.Security.Cryptography;
using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Catalog;
using FrameworkBench.Datasets.Splits;

namespace FrameworkBench.Tests.Datasets;

/// <summary>A table whose files users add: a stand-in until then, and only the published files are taken.</summary>
public sealed class AddedFilesTests : IDisposable
{
    private static readonly byte[] TrainImages = [0, 0, 8, 3, 0, 0, 0, 3, 0, 0, 0, 1, 0, 0, 0, 2, 1, 2, 3, 4, 5, 6];
    private static readonly byte[] TrainLabels = [0, 0, 8, 1, 0, 0, 0, 3, 0, 1, 0];
    private static readonly byte[] TestImages = [0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 2, 7, 8];
    private static readonly byte[] TestLabels = [0, 0, 8, 1, 0, 0, 0, 1, 1];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private string Published => Path.Combine(folder.Path, "published");

    private string Added => Path.Combine(folder.Path, "added");

    [Fact]
    public void Until_its_files_are_added_another_table_stands_for_it_and_the_notes_say_so()
    {
        DatasetCatalog catalog = Catalog();

        Dataset table = catalog.Load("digits");

        Assert.False(catalog.IsThere("digits"));
        Assert.Equal(("digits", 2), (table.Name, table.Rows));
        Assert.Equal(catalog.Load("few").Checksum, table.Checksum);
        Assert.Equal("few stands in for all 4 rows until 'frameworkbench datasets add digits FOLDER' adds them", table.Notes[^1]);
    }

    [Theory]
    [InlineData("train-images-idx3-ubyte.gz")]
    [InlineData("train-images-idx3-ubyte")]
    [InlineData("train-images.idx3-ubyte")]
    public void Published_files_are_taken_packed_or_not_and_divide_as_published(string name)
    {
        DatasetCatalog catalog = Catalog();
        Publish(name, TrainImages);

        AddedFiles.Add(catalog, "digits", Published);

        Dataset table = catalog.Load("digits");
        Assert.True(catalog.IsThere("digits"));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], table.Features.Values);
        Assert.Equal([0, 1, 0, 1], table.Labels);
        Assert.Equal(new ImageShape(2, 1, 255), table.Image);
        Split split = Assert.Single(new PublishedRows().Split(table));
        Assert.Equal([0, 1, 2], split.TrainRows);
        Assert.Equal([3], split.TestRows);
        Assert.Empty(Directory.GetFiles(Path.Combine(Added, "digits"), "*.unfinished"));
    }

    [Fact]
    public void Every_file_that_is_not_the_published_one_is_reported_and_none_is_taken()
    {
        DatasetCatalog catalog = Catalog();
        File.Delete(Path.Combine(Published, "t10k-labels-idx1-ubyte"));
        byte[] oneLess = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 1, 2, 3, 4];
        Publish("train-images-idx3-ubyte", oneLess);
        Publish("train-labels-idx1-ubyte", [0, 0, 8, 1, 0, 0, 0, 3, 0, 1, 1]);
        Publish("t10k-images-idx3-ubyte", TestLabels);

        DatasetException exception = Assert.Throws<DatasetException>(() => AddedFiles.Add(catalog, "digits", Published));

        Assert.Equal(
            [
                $"{Place("train-images-idx3-ubyte")}: it holds 2 images of 2 × 1 pixels; the SHA-256 of its content is {Hash(oneLess)}, "
                    + $"that of the published file is {Hash(TrainImages)}; download it again",
                $"{Place("train-labels-idx1-ubyte")}: it holds 3 labels; the SHA-256 of its content is "
                    + $"{Hash([0, 0, 8, 1, 0, 0, 0, 3, 0, 1, 1])}, that of the published file is {Hash(TrainLabels)}; download it again",
                $"{Place("t10k-images-idx3-ubyte")}: not an IDX file of images; expected it to begin with 00000803",
                $"{Published}: neither 't10k-labels-idx1-ubyte.gz' nor 't10k-labels-idx1-ubyte' found here",
            ],
            exception.Problems.Select(problem => problem.ToString()));
        Assert.False(Directory.Exists(Added));
    }

    [Fact]
    public void A_table_of_the_project_is_not_added() => Assert.Equal(
        $"{Path.Combine(folder.Path, "catalog.yaml")}: 'few' is included in the project; the ones to add are digits",
        Assert.Throws<DatasetException>(() => AddedFiles.Add(Catalog(), "few", Published)).Message);

    [Fact]
    public void A_missing_folder_is_reported() => Assert.Equal(
        "nowhere: no such folder; expected one with train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz, t10k-images-idx3-ubyte.gz, "
            + "t10k-labels-idx1-ubyte.gz",
        Assert.Throws<DatasetException>(() => AddedFiles.Add(Catalog(), "digits", "nowhere")).Message);

    [Fact]
    public void A_table_that_was_published_in_one_piece_has_no_division_of_its_own() => Assert.Equal(
        "few: it was published without training and test rows; use another split, such as {hold_out: 0.2}",
        Assert.Throws<DatasetException>(() => new PublishedRows().Split(Catalog().Load("few"))).Message);

    [Fact]
    public void The_sample_of_MNIST_stands_for_it_and_divides_as_it_does()
    {
        Dataset mnist = DatasetCatalog.Read(RepositoryFiles.Catalog).Load("mnist");

        Assert.Equal((5000, new ImageShape(28, 28, 255)), (mnist.PublishedTrainRows, mnist.Image));
        Assert.Equal(("mnist_sample", 70000), (mnist.StandIn, mnist.SampleOf));
        Assert.Equal(1000, new PublishedRows().Split(mnist)[0].TestRows.Length);
    }

    private DatasetCatalog Catalog()
    {
        Publish("train-images-idx3-ubyte", TrainImages);
        Publish("train-labels-idx1-ubyte", TrainLabels);
        Publish("t10k-images-idx3-ubyte", TestImages);
        Publish("t10k-labels-idx1-ubyte", TestLabels);
        folder.Write("few.csv", "a,b,y\n1,2,0\n3,4,1\n");
        return DatasetCatalog.Read(
            folder.Write("catalog.yaml", $$"""
                datasets:
                  few:
                    title: Two images
                    file: few.csv
                    image: [2, 1, 255]
                    sha256: {{Hash("a,b,y\n1,2,0\n3,4,1\n"u8)}}
                    task: binary
                    target: y
                    classes: ['0', '1']
                    rows: 2
                    source: nobody
                    taken_from: nowhere
                    licence: none
                    numeric: [a, b]
                  digits:
                    title: Four images
                    until_added: few
                    images:
                      train-images-idx3-ubyte.gz: {{Hash(TrainImages)}}
                      t10k-images-idx3-ubyte.gz: {{Hash(TestImages)}}
                    labels:
                      train-labels-idx1-ubyte.gz: {{Hash(TrainLabels)}}
                      t10k-labels-idx1-ubyte.gz: {{Hash(TestLabels)}}
                    task: binary
                    target: y
                    classes: ['0', '1']
                    rows: 4
                    source: nobody
                    taken_from: nowhere
                    licence: none
                """),
            Added);
    }

    // Takes the place of what was published under the other spellings of the name.
    private void Publish(string name, byte[] content)
    {
        Directory.CreateDirectory(Published);
        foreach (
            string other in Directory.GetFiles(Published)
            .Where(path => Path.GetFileName(path)[..5] == name[..5] && Path.GetFileName(path)
            .Contains(name.Contains("images", StringComparison.Ordinal) ? "images" : "labels", StringComparison.Ordinal)))
            File.Delete(other);
        if (!name.EndsWith(".gz", StringComparison.Ordinal))
        {
            File.WriteAllBytes(Place(name), content);
            return;
        }

        using var gzip = new GZipStream(File.Create(Place(name)), CompressionLevel.Optimal);
        gzip.Write(content);
    }

    private string Place(string name) => Path.Combine(Published, name);

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
