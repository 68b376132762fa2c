using System.Text;
using System.Text.RegularExpressions;
using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Catalog;
using FrameworkBench.Datasets.Reading;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Engines;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Documents;
using FrameworkBench.Pages;
using FrameworkBench.Pages.Data;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Tests.Experiments;
using FrameworkBench.Writing;

namespace FrameworkBench.Tests.HostileInput;

/// <summary>Whatever stands in a file of the project, it is read or refused.</summary>
public sealed partial class HostileInputTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Experiments()
    {
        var loader = new ExperimentLoader(TestVocabulary.Real);
        string[] shipped =
        [
            .. new[] { "documents", "tabular", "parity" }.Select(part => Path.Combine(RepositoryFiles.Root, "experiments", part))
                .Append(RepositoryFiles.Fixture("experiments"))
                .SelectMany(part => Directory.GetFiles(part, "*.yaml")).Order(StringComparer.Ordinal),
        ];

        WrongFiles.Read(shipped.Select(File.ReadAllBytes), bytes =>
        {
            string path = Write("file.yaml", bytes);
            loader.Load(path);
        }, least: WrongFiles.Number / 4);
    }

    [Fact]
    public void Spaces()
    {
        var loader = new ExperimentLoader(TestVocabulary.Real);
        const string Experiment = "dataset: iris\nmodels:\n  net: {kind: network, hidden: [4]}\n  tree: {kind: tree}\n";
        const string Space = "net:\n  train.learning_rate: {log_uniform: [1e-4, 0.1]}\n"
            + "  hidden: {repeat: {whole: [1, 9]}, times: {whole: [1, 3]}}\n  train.epochs: {choice: [10, 20, 30]}\n"
            + "tree: {max_depth: {whole: [1, 20]}, min_samples_leaf: {log_whole: [1, 50]}}\n";

        WrongFiles.Read([Encoding.UTF8.GetBytes(Space)], bytes => loader.Parse("file.yaml", Experiment, Write("space.yaml", bytes)));
    }

    [Fact]
    public void Catalogs()
    {
        // A table begins at each key that is two blanks in; one that is a part of another is not sound alone.
        string text = File.ReadAllText(RepositoryFiles.Catalog).Split("\ndatasets:\n")[1].Split("\nleft_out:")[0] + '\n';
        IEnumerable<string> tables = Entry().Split(text)
            .Where(table => table.Contains("file:", StringComparison.Ordinal) && !table.Contains("_of:", StringComparison.Ordinal));

        WrongFiles.Read(
            tables.Chunk(5).Select(five => Encoding.UTF8.GetBytes($"datasets:\n{string.Concat(five)}")),
            bytes => DatasetCatalog.Read(Write("catalog.yaml", bytes)));
    }

    [Fact]
    public void Tables()
    {
        string[] tables =
        [
            "a,b,y\n1,red,no\n2.5,blue,yes\n,red,no\n4,green,yes\n1e3,blue,no\n-6,red,yes\n",
            "id;price;\"a; b\";y\n1;1,5;\"x \"\"y\"\"\";10\n2;2,5;z;20.5\n3;;?;30\n4;NA;w;-1\n",
            "when\twho\ty\n2024-01-01\tann\t1\n2024-01-02\tbob\t0\n2024-02-01\tann\t1\n2024-03-01\tcy\t0\n",
            string.Concat(Enumerable.Range(0, 60).Select(i => $"{i},{i % 7},{(i % 3 == 0 ? "no" : "yes")}\n").Prepend("n,m,y\n")),
        ];
        int turn = 0;

        WrongFiles.Read(tables.Select(Encoding.UTF8.GetBytes), bytes =>
        {
            // By what the file still says of its columns, and each turn otherwise.
            string header = Encoding.UTF8.GetString(bytes).Split('\n')[0];
            turn++;
            TaskKind? task = turn % 5 == 0 ? TaskKind.Regression : null;
            string[] categorical = turn % 2 == 0 && header.Contains(",b,", StringComparison.Ordinal) ? ["b"] : [];
            bool ordered = header.Contains("when", StringComparison.Ordinal) && header.Contains("who", StringComparison.Ordinal);
            string? group = ordered && turn % 3 == 1 ? "who" : null, time = ordered && turn % 3 == 2 ? "when" : null;
            var table = Dataset.FromCsv(Write("table.csv", bytes), "y", task, categorical, [], group, time);
            _ = new KFold(2, Stratified: true) { KeepDuplicatesTogether = true }.Split(table);
        }, least: WrongFiles.Number / 4);
    }

    [Fact]
    public void Images()
    {
        byte[] images = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 3, 10, 20, 30, 40, 50, 255], labels = [0, 0, 8, 1, 0, 0, 0, 2, 1, 0];
        var sound = (Images: new TableFile("images", images, ""), Labels: new TableFile("labels", labels, ""));

        WrongFiles.Read([images], bytes => Idx(sound.Images with { Bytes = bytes }, sound.Labels));
        WrongFiles.Read([labels], bytes => Idx(sound.Images, sound.Labels with { Bytes = bytes }));

        static void Idx(TableFile images, TableFile labels) => IdxTableReader.Read([(images, labels)], ["0", "1"], "digit", "digits", "");
    }

    [Fact]
    public void Packed_tables()
    {
        byte[] packed = File.ReadAllBytes(Path.Combine(RepositoryFiles.Root, "experiments", "datasets", "iris.csv.gz"));

        WrongFiles.Read([packed], bytes => Dataset.FromCsv(Write("table.csv.gz", bytes), "target"));
    }

    [Fact]
    public void Lists_of_documents()
    {
        byte[] shipped = File.ReadAllBytes(Path.Combine(RepositoryFiles.Root, "experiments", "documents.yaml"));

        WrongFiles.Read([shipped], bytes => SourceDocuments.Read(Write("documents.yaml", bytes)), least: 0);
    }

    [Fact]
    public void Manifests_of_engines()
    {
        const string Manifest = "{\"order\": 9, \"name\": \"mine\", \"framework\": \"Mine\", \"language\": \"python\", \"program\": "
            + "\"engine.py\", \"tested\": [\"1.0\"], \"modules\": [\"numpy\"]}";
        Write("engine.py", []);

        WrongFiles.Read([Encoding.UTF8.GetBytes(Manifest)], bytes =>
        {
            Write("engine.json", bytes);
            EngineCatalog.With([folder.Path]);
        });
    }

    [Fact]
    public void Results()
    {
        string shipped = Path.Combine(RepositoryFiles.Root, "results");
        var loader = new ExperimentLoader(TestVocabulary.Real);
        Experiment experiment = loader.Load(Path.Combine(RepositoryFiles.Root, "experiments", "documents", "xor.yaml"));
        string[] names = ["run.json", "claims.json", "SHA256SUMS"];
        byte[][] right = [.. names.Select(name => File.ReadAllBytes(Path.Combine(shipped, "xor", name)))];
        Directory.CreateDirectory(Path.Combine(folder.Path, "xor"));

        foreach ((string name, byte[] one) in names.Zip(right))
        {
            foreach ((string other, byte[] sound) in names.Zip(right))
                Write($"xor/{other}", sound);
            WrongFiles.Read([one], bytes =>
            {
                Write($"xor/{name}", bytes);
                if (name == Checksums.Name)
                    ResultsFolder.Put([new ResultFile("xor/README.md", "text")], folder.Path, kept: _ => true);
                _ = EarlierResults.In(folder.Path, RunFile.In(folder.Path), [experiment]);
            }, least: name == "SHA256SUMS" ? 0 : WrongFiles.Number / 4);
        }
    }

    [GeneratedRegex("(?<=\n)(?=  [a-z0-9_]+:\n)", RegexOptions.None, 1000)]
    private static partial Regex Entry();

    private string Write(string name, byte[] bytes)
    {
        string path = Path.Combine(folder.Path, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
