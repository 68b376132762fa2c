using System.Security.Cryptography;
using System.Text;
using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Catalog;

namespace FrameworkBench.Tests.Datasets;

/// <summary>Every message that a wrong catalog, or a table that is not what it says, can cause.</summary>
public sealed class CatalogErrorTests
{
    private const string Table = "a,town,key,y\n1,Rome,k1,no\n2,Bern,k2,yes\n3,Bern,k3,no\n";

    [Fact]
    public void A_right_table_is_read()
    {
        using var folder = new TemporaryFolder();
        Dataset table = Load(folder, Table);
        Assert.Equal(["a", "town"], table.Columns.Select(column => column.Name));
        Assert.Equal(["Rome", "Bern"], table.Columns[1].Categories);
        Assert.Equal([1, 0, 2, 1, 3, 1], table.Features.Values);
        Assert.Equal([1, 0, 1], table.Labels);
    }

    [Theory]
    [InlineData("a,town,key,y\n1,Rom,k1,no\n2,Bern,k2,yes\nabc,Bern,k3,noo\n", "TABLE:2: column 'town': 'Rom' is not a category that "
        + "the catalog names; did you mean 'Rome'?\nTABLE:4: column 'a': 'abc' is not a number; the catalog says that the column is "
        + "numeric (a missing value is an empty field)\nTABLE:4: column 'y': 'noo' is not a class that the catalog names; did you mean "
        + "'no'?")]
    [InlineData("a,town,key,y\n1,Rome,k1,no\n2,Bern,k2,yes\n", "TABLE: found 2 rows, the catalog says 3")]
    [InlineData("a,twon,key,y\n1,Rome,k1,no\n2,Bern,k2,yes\n3,Bern,k3,no\n", "TABLE:1: no column 'town', which the catalog names; did "
        + "you mean 'twon'?\nTABLE:1: column 'twon': not a column that the catalog names")]
    [InlineData(
        "a,town,key,z\n1,Rome,k1,no\n2,Bern,k2,yes\n3,Bern,k3,no\n",
        "TABLE:1: no column 'y' to predict; choose from a, town, key, z\nTABLE:1: column 'z': not a column that the catalog names")]
    [InlineData("a,town,key,y\n1,Rome,k1,no\n2,Bern,k2,no\n3,Bern,k3,no\n", "TABLE: column 'y': only one class, 'no'; a classification "
        + "needs at least two\nTABLE: column 'y': no row of class 'yes', which the catalog names")]
    public void A_table_that_is_not_what_the_catalog_says_is_reported(string text, string message)
    {
        using var folder = new TemporaryFolder();
        DatasetException exception = Assert.Throws<DatasetException>(() => Load(folder, text));
        Assert.Equal(message.Replace("TABLE", Path.Combine(folder.Path, "table.csv"), StringComparison.Ordinal), exception.Message);
    }

    [Fact]
    public void A_changed_file_is_reported_by_its_checksum()
    {
        using var folder = new TemporaryFolder();
        DatasetException exception = Assert.Throws<DatasetException>(() => Load(folder, Table, Hash("something else")));
        Assert.Equal($"{Path.Combine(folder.Path, "table.csv")}: SHA-256 is {Hash(Table)}, the catalog says {Hash("something else")}; "
            + "the table was changed or is damaged", exception.Message);
    }

    [Theory]
    [InlineData("../own.csv")]
    [InlineData("inner/../../own.csv")]
    [InlineData("ROOT/own.csv")]
    [InlineData("link.csv")]
    [InlineData("folder/own.csv")]
    public void A_table_outside_of_the_catalogs_folder_is_refused(string file)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() && file[0] is 'l' or 'f', "links need rights that few users have");
        using var folder = new TemporaryFolder();
        string table = folder.Write("own.csv", Table);
        Directory.CreateDirectory(Path.Combine(folder.Path, "catalog"));
        if (!OperatingSystem.IsWindows())
        {
            File.CreateSymbolicLink(Path.Combine(folder.Path, "catalog", "link.csv"), table);
            File.CreateSymbolicLink(Path.Combine(folder.Path, "catalog", "folder"), "..");
        }

        string named = file.Replace("ROOT", folder.Path, StringComparison.Ordinal);
        DatasetException refused = Assert.Throws<DatasetException>(() => Load(folder, Table, file: named, catalog: "catalog/catalog.yaml"));

        Assert.Equal($"{Path.Combine(folder.Path, "catalog/catalog.yaml")}:4: datasets.small.file: '{named}' leads out of the catalog's "
            + "folder; put the table there", refused.Message);
    }

    [Theory]
    [InlineData("small", "../few", "datasets.small.images.../few: '../few' leads out of the folder of the added files; give the name that "
        + "it is published with")]
    [InlineData("'../s'", "few", "datasets.../s: '../s' cannot be a name; use letters, digits, '-', '_' and '.', and begin with a letter "
        + "or digit")]
    public void Files_that_users_add_stay_in_the_folder_of_their_table(string name, string file, string message)
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("catalog.yaml", $$"""
            datasets:
              stand_in: {title: A, file: a.csv, task: regression, target: y, rows: 3, sha256: {{Hash("")}}, source: a, taken_from: a,
                licence: a, numeric: [x]}
              {{name}}: {title: Images, images: {{{file}}: {{Hash("")}}}, labels: {labels: {{Hash("")}}}, task: binary, target: y,
                classes: [a, b], rows: 3, source: a, taken_from: a, licence: a, until_added: stand_in}
            """);

        string added = Path.Combine(folder.Path, "added");
        DatasetException refused = Assert.Throws<DatasetException>(() => DatasetCatalog.Read(path, added));

        Assert.Equal($"{path}:4: {message}", refused.Message);
    }

    [Fact]
    public void Every_problem_of_a_catalog_is_reported_with_its_line()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("catalog.yaml", """
            datasets:
              small:
                title: A table
                file: table.csv
                task: binery
                target: y
                classes: [a, a]
                rows: many
                sha256: abc
                source: nobody
                taken_from: nowhere
                license: MIT
                numeric: [x, y]
                categorical: {x: [p, q]}
              other: 3
              part:
                sample_of: smal
                title: A part
                random_state: -1
                rows: 3
            """);
        DatasetException exception = Assert.Throws<DatasetException>(() => DatasetCatalog.Read(path));
        Assert.Equal(
            [
                $"{path}:3: datasets.small: 'licence' is missing; give the licence as far as it is known",
                $"{path}:3: datasets.small: column 'x' has more than one role",
                $"{path}:5: datasets.small.task: 'binery' is not a task; did you mean 'binary'?",
                $"{path}:6: datasets.small.target: 'y' is an input too",
                $"{path}:7: datasets.small.classes: a regression has no classes",
                $"{path}:7: datasets.small.classes[1]: duplicate 'a'",
                $"{path}:8: datasets.small.rows: found 'many'; must be a whole number of at least 1",
                $"{path}:9: datasets.small.sha256: 'abc' is not a SHA-256; expected 64 hexadecimal digits in lower case",
                $"{path}:12: datasets.small.license: 'license' is not a key here; did you mean 'licence'?",
                $"{path}:15: datasets.other: found '3'; must be a mapping with the keys title, file, sha256, task, target, classes, "
                    + "rows, source, "
                    + "taken_from, licence, numeric, categorical, ignored, group, time, image, notes, until_added",
                $"{path}:17: datasets.part.sample_of: no table 'smal' above this one; did you mean 'small'?",
                $"{path}:19: datasets.part.random_state: found '-1'; must be a whole number of at least 0",
            ],
            exception.Problems.Select(problem => problem.ToString()));
    }

    [Theory]
    [InlineData("[2, 1, 9]", null)]
    [InlineData("[1, 1, 9]", "datasets.small.image: 1 × 1 are 1 pixels, but the table has 2 inputs; each must be a numeric column")]
    [InlineData("[2, 1]", "datasets.small.image: expected [width, height, value of ink], such as [8, 8, 16]")]
    [InlineData("[2, 0, 9]", "datasets.small.image[1]: found '0'; must be a whole number of at least 1")]
    public void A_table_of_images_says_their_size_and_it_must_fit(string image, string? message)
    {
        using var folder = new TemporaryFolder();
        const string Text = "a,b,y\n1,9,no\n3,0,yes\n";
        folder.Write("table.csv", Text);
        string path = folder.Write("catalog.yaml", $$"""
            datasets:
              small:
                title: Images
                file: table.csv
                image: {{image}}
                task: binary
                target: y
                classes: [yes, no]
                rows: 2
                sha256: {{Hash(Text)}}
                source: nobody
                taken_from: nowhere
                licence: none
                numeric: [a, b]
            """);

        if (message is null)
            Assert.Equal(new ImageShape(2, 1, 9), DatasetCatalog.Read(path).Load("small").Image);
        else
            Assert.Equal($"{path}:5: {message}", Assert.Throws<DatasetException>(() => DatasetCatalog.Read(path)).Message);
    }

    [Theory]
    [InlineData("group: town", null)]
    [InlineData("time: b", null)]
    [InlineData("group: twon", "datasets.small.group: no column 'twon' among the numeric, categorical and ignored ones; "
        + "did you mean 'town'?")]
    [InlineData("time: y", "datasets.small.time: 'y' is the target; expected another column as the time")]
    [InlineData("{group: town, time: b}", "datasets.small.time: a table has a group or a time, not both")]
    public void A_group_or_a_time_is_a_column_of_the_table(string keys, string? message)
    {
        using var folder = new TemporaryFolder();
        const string Text = "a,b,town,y\n1,9,Rome,no\n3,0,Bern,yes\n2,5,Rome,no\n";
        folder.Write("table.csv", Text);
        string path = folder.Write("catalog.yaml", $$"""
            datasets:
              small:
                title: A panel
                {{keys.Trim('{', '}').Replace(", ", "\n    ", StringComparison.Ordinal)}}
                file: table.csv
                task: binary
                target: y
                classes: [no, yes]
                rows: 3
                sha256: {{Hash(Text)}}
                source: nobody
                taken_from: nowhere
                licence: none
                numeric: [a, b]
                ignored: [town]
            """);

        if (message is not null)
        {
            string found = Assert.Single(Assert.Throws<DatasetException>(() => DatasetCatalog.Read(path)).Problems).ToString();
            Assert.Equal($"{path}:{(keys[0] == '{' ? 5 : 4)}: {message}", found);
            return;
        }

        Dataset table = DatasetCatalog.Read(path).Load("small");
        Assert.Equal(keys == "time: b" ? null : [0, 1, 0], table.Groups);
        Assert.Equal(keys == "time: b" ? [2, 0, 1] : null, table.Times);
        Assert.Equal(["a", "b"], table.Columns.Select(column => column.Name));
    }

    [Fact]
    public void An_image_is_read_line_by_line_and_its_ink_is_1()
    {
        IReadOnlyList<IReadOnlyList<double>> lines = new ImageShape(3, 2, 16).Lines([0, 4, 8, 16, 20, -1]);

        Assert.Equal([[0, 0.25, 0.5], [1, 1, 0]], lines);
        Assert.Throws<ArgumentException>(() => new ImageShape(3, 2, 16).Lines([1, 2, 3]));
    }

    [Theory]
    [InlineData("", "PATH: the file is empty; expected the key 'datasets' with a table under each name")]
    [InlineData("# only a comment\n", "PATH: the file is empty; expected the key 'datasets' with a table under each name")]
    [InlineData("- a\n", "PATH:1: found a list; must be a mapping with the keys datasets, left_out")]
    [InlineData("tables: {}\n", "PATH:1: tables: 'tables' is not a key here; choose from datasets, left_out\nPATH:1: 'datasets' is "
        + "missing; give a table under each name")]
    [InlineData("datasets: [a]\n", "PATH:1: datasets: found a list; must be a mapping from a name to each table")]
    [InlineData("datasets: {}\n", "PATH:1: datasets: the mapping is empty; must name at least one table")]
    public void A_file_that_is_no_catalog_is_reported(string text, string message)
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("catalog.yaml", text);
        DatasetException exception = Assert.Throws<DatasetException>(() => DatasetCatalog.Read(path));
        Assert.Equal(message.Replace("PATH", path, StringComparison.Ordinal), exception.Message);
    }

    [Theory]
    [InlineData("datasets:\n  a: {\n", ":3:1: not valid YAML: ")]
    [InlineData("datasets:\n  a: [1\n  b: 2\n", ":3:3: not valid YAML: an earlier bracket or brace is not closed")]
    [InlineData("datasets:\n\ta: 1\n", ":2:1: the line is indented with a tab; YAML indents with spaces")]
    [InlineData("datasets: *a\n", ":1: datasets: '*a' is a YAML alias; ")]
    [InlineData("datasets:\n  ? [a, b]\n  : 1\n", ":2: datasets: a key must be a word, not a list or a mapping")]
    [InlineData("a: 1\n---\nb: 2\n", ":2: a second YAML document starts here; ")]
    [InlineData("datasets:\n  part: {}\n  part: {}\n", ":3: datasets.part: duplicate key 'part'; the first is on line 2")]
    public void What_is_no_YAML_is_reported_with_its_line(string text, string message)
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("catalog.yaml", text);
        DatasetException exception = Assert.Throws<DatasetException>(() => DatasetCatalog.Read(path));
        Assert.Contains(exception.Problems, problem => problem.ToString().StartsWith(path + message, StringComparison.Ordinal));
    }

    [Fact]
    public void An_absent_catalog_is_reported()
    {
        DatasetException exception = Assert.Throws<DatasetException>(() => DatasetCatalog.Read("nowhere/catalog.yaml"));
        Assert.Equal("nowhere/catalog.yaml: no such file; expected the catalog of data sets", exception.Message);
    }

    private static Dataset Load(
        TemporaryFolder folder, string text, string? checksum = null, string file = "table.csv", string catalog = "catalog.yaml")
    {
        folder.Write("table.csv", text);
        return DatasetCatalog.Read(folder.Write(catalog, $$"""
            datasets:
              small:
                title: A table
                file: {{file}}
                task: binary
                target: y
                classes: [yes, no]
                rows: 3
                sha256: {{checksum ?? Hash(text)}}
                source: nobody
                taken_from: nowhere
                licence: none
                numeric: [a]
                categorical:
                  town: [Rome, Bern]
                ignored: [key]
            """)).Load("small");
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
