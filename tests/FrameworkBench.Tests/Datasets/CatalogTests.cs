using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Catalog;
using FrameworkBench.Datasets.Splits;

namespace FrameworkBench.Tests.Datasets;

public sealed class CatalogTests
{
    public static TheoryData<string> Names => [.. DatasetCatalog.Read(RepositoryFiles.Catalog).Entries.Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_table_is_what_the_catalog_says(string name)
    {
        var catalog = DatasetCatalog.Read(RepositoryFiles.Catalog);
        CatalogEntry entry = catalog.Find(catalog.Find(name).StandIn ?? name);
        Dataset table = catalog.Load(name);
        Assert.Equal(entry.Rows, table.Rows);
        Assert.Equal(entry.Task, table.Task);
        Assert.Equal(entry.Classes, table.ClassNames);
        Assert.Equal(entry.IsIdx ? 784 : entry.Count(ColumnRole.Numeric) + entry.Count(ColumnRole.Categorical), table.Columns.Count);
        Assert.Equal(table.Rows, table.IsClassification ? table.Labels.Length : table.Values.Length);
    }

    [Fact]
    public void A_catalog_with_the_line_ends_of_Windows_is_the_same()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("catalog.yaml", File.ReadAllText(RepositoryFiles.Catalog).ReplaceLineEndings("\r\n"));

        Assert.Equivalent(DatasetCatalog.Read(RepositoryFiles.Catalog).Entries, DatasetCatalog.Read(path).Entries, strict: true);
    }

    [Fact]
    public void Categories_listed_in_the_catalog_all_occur_and_are_in_stable_order()
    {
        var catalog = DatasetCatalog.Read(RepositoryFiles.Catalog);
        foreach (CatalogEntry entry in catalog.Entries.Where(entry => entry.Count(ColumnRole.Categorical) > 0 && entry.Sample is null))
        {
            Dataset table = catalog.Load(entry.Name);
            string path = Path.Combine(RepositoryFiles.Root, "experiments", "datasets", entry.Files[0].Path);
            string[] categorical = [.. entry.Columns.Where(column => column.Role == ColumnRole.Categorical).Select(column => column.Name)];
            string[] ignored = [.. entry.Columns.Where(column => column.Role == ColumnRole.Ignored).Select(column => column.Name)];
            var inferred = Dataset.FromCsv(path, entry.Target, entry.Task, categorical, ignored);
            Assert.Equal(inferred.Columns.Select(column => column.Categories), table.Columns.Select(column => column.Categories));
            Assert.Equal(inferred.Features.Values, table.Features.Values);
        }
    }

    [Fact]
    public void A_sample_is_a_part_of_its_table_and_always_the_same()
    {
        var catalog = DatasetCatalog.Read(RepositoryFiles.Catalog);
        Dataset whole = catalog.Load("diamonds");
        Dataset part = catalog.Load("diamonds_10000");
        Assert.Equal("diamonds_10000", part.Name);
        int[] rows = new NumpyRandom(42).Permutation(whole.Rows)[..10000];
        Array.Sort(rows);
        Assert.Equal(rows.Select(row => whole.Values[row]), part.Values);
        Assert.Equal(whole.Features.Select(rows).Values, part.Features.Values);
        Assert.NotEqual(whole.Checksum, part.Checksum);
        Assert.Equal(part.Checksum, whole.Sample(10000, 42).Checksum);
        Assert.NotEqual(part.Checksum, whole.Sample(10000, 43).Checksum);
        Assert.Equal(10000, part.DuplicateGroups.Length);
        Assert.Equal((null, whole.Rows), (whole.SampleOf, part.SampleOf));
    }

    [Theory]
    [InlineData("iris")]
    [InlineData("diamonds_10000")]
    [InlineData("mnist_sample")]
    [InlineData("mnist")]
    public void The_catalog_alone_gives_the_checksum_of_a_table(string name)
    {
        var catalog = DatasetCatalog.Read(RepositoryFiles.Catalog);

        Assert.Equal(catalog.Load(name).Checksum, catalog.ChecksumOf(name));
    }

    [Fact]
    public void A_sample_larger_than_its_table_is_reported()
    {
        DatasetException exception = Assert.Throws<DatasetException>(() => Tables.OfValues([1, 2]).Sample(3, 1));
        Assert.Equal("table: a sample of 3 rows cannot be drawn from 2", exception.Message);
    }

    [Fact]
    public void A_table_left_out_is_reported_with_the_reason()
    {
        DatasetException exception = Assert.Throws<DatasetException>(() => DatasetCatalog.Read(RepositoryFiles.Catalog).Load("pima_na"));
        Assert.StartsWith(
            $"{RepositoryFiles.Catalog}: 'pima_na' is left out of the catalog: the UCI repository withdrew", exception.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_name_gets_the_nearest_known_one()
    {
        DatasetException exception = Assert.Throws<DatasetException>(() => DatasetCatalog.Read(RepositoryFiles.Catalog).Load("irsi"));
        Assert.Equal($"{RepositoryFiles.Catalog}: no data set 'irsi'; did you mean 'iris'?", exception.Message);
    }

    [Fact]
    public void The_tables_stay_below_six_megabytes()
    {
        string folder = Path.GetDirectoryName(RepositoryFiles.Catalog)!;
        Assert.InRange(new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length), 1, 6_000_000);
    }
}
