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
    public void A_sample_has_enough_rows_of_each_class()
    {
        // Of 5,000 rows, 8 are of class 1, 60 of class 2.
        Dataset table = Tables.OfLabels([.. Enumerable.Range(0, 5_000).Select(row => row % 625 == 7 ? 1 : row % 83 == 5 ? 2 : 0)]);

        Dataset sample = table.Sample(400, 3, fewestOfClass: 20);

        int[] drawn = [.. sample.Features.Values.Select(row => (int)row)];
        Assert.Equal(drawn.Distinct().Order(), drawn);
        Assert.Equal(drawn.Select(row => table.Labels[row]), sample.Labels);
        Assert.Equal([372, 8, 20], sample.ClassCounts());
        Assert.Equal(5_000, sample.SampleOf);
        Dataset plain = table.Sample(400, 3);
        Assert.All(plain.Features.Values.Where((_, row) => plain.Labels[row] > 0), row => Assert.Contains(row, sample.Features.Values));
        Assert.NotEqual(plain.Checksum, sample.Checksum);
    }

    [Fact]
    public void Rare_classes_are_never_more_than_half_of_a_sample()
    {
        Dataset table = Tables.OfLabels([.. Enumerable.Range(0, 3_000).Select(row => row < 2_000 ? 0 : 1 + (row % 10))]);

        Dataset sample = table.Sample(110, 1, fewestOfClass: 50);

        Assert.Equal(110, sample.Rows);
        Assert.Equal(5, sample.ClassCounts().Min());
    }

    [Fact]
    public void A_sample_that_has_enough_of_each_class_is_the_plain_one()
    {
        Dataset table = Tables.OfLabels([.. Enumerable.Range(0, 500).Select(row => row % 3)]);

        Assert.Equal(table.Sample(100, 1).Checksum, table.Sample(100, 1, fewestOfClass: 16).Checksum);
        Assert.Equal(table.Sample(100, 1).Labels, table.Sample(100, 1, fewestOfClass: 16).Labels);
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
