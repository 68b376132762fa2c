using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Catalog;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Experiments;
using FrameworkBench.Pages;
using FrameworkBench.Pages.Data;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Reading;
using FrameworkBench.Tests.Experiments;
using FrameworkBench.Writing;

namespace FrameworkBench.Tests.HostileInput;

/// <summary>
/// Whatever stands in a file, it is read or refused by an <see cref="InputException"/>, soon and in little memory. A run makes a fixed
/// number of wrong files of right ones; the variable FRAMEWORKBENCH_WRONG_FILES asks for another number of each kind.
/// </summary>
public sealed partial class HostileInputTests : IDisposable
{
    private const int UsualFiles = 250;
    private const long MostBytes = 400_000_000;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder folder = new();

    private static int Files => Environment.GetEnvironmentVariable("FRAMEWORKBENCH_WRONG_FILES") is { } asked
        ? int.Parse(asked, CultureInfo.InvariantCulture) : UsualFiles;

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

        Read(shipped.Select(File.ReadAllBytes), bytes =>
        {
            string path = Write("file.yaml", bytes);
            loader.Load(path);
        }, least: Files / 4);
    }

    [Fact]
    public void Spaces()
    {
        var loader = new ExperimentLoader(TestVocabulary.Real);
        const string Experiment = "dataset: iris\nmodels:\n  net: {kind: network, hidden: [4]}\n  tree: {kind: tree}\n";
        const string Space = "net:\n  train.learning_rate: {log_uniform: [1e-4, 0.1]}\n"
            + "  hidden: {repeat: {whole: [1, 9]}, times: {whole: [1, 3]}}\n  train.epochs: {choice: [10, 20, 30]}\n"
            + "tree: {max_depth: {whole: [1, 20]}, min_samples_leaf: {log_whole: [1, 50]}}\n";

        Read([Encoding.UTF8.GetBytes(Space)], bytes => loader.Parse("file.yaml", Experiment, Write("space.yaml", bytes)));
    }

    [Fact]
    public void Catalogs()
    {
        // A table begins at each key that is two blanks in; one that is a part of another is not sound alone.
        string text = File.ReadAllText(RepositoryFiles.Catalog).Split("\ndatasets:\n")[1].Split("\nleft_out:")[0] + '\n';
        IEnumerable<string> tables = Entry().Split(text)
            .Where(table => table.Contains("file:", StringComparison.Ordinal) && !table.Contains("_of:", StringComparison.Ordinal));

        Read(
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

        Read(tables.Select(Encoding.UTF8.GetBytes), bytes =>
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
        }, least: Files / 4);
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
            Read([one], bytes =>
            {
                Write($"xor/{name}", bytes);
                ResultsFolder.Put([new ResultFile("xor/README.md", "text")], folder.Path, kept: _ => true);
                _ = EarlierResults.In(folder.Path, RunFile.In(folder.Path), [experiment]);
            }, least: name == "SHA256SUMS" ? 0 : Files / 4);
        }
    }

    [GeneratedRegex("(?<=\n)(?=  [a-z0-9_]+:\n)", RegexOptions.None, 1000)]
    private static partial Regex Entry();

    // The right files must be read too, unless it is said how many are refused at least.
    private void Read(IEnumerable<byte[]> right, Action<byte[]> read, int? least = null)
    {
        byte[][] samples = [.. right];
        foreach (byte[] sample in samples.Where(_ => least is null))
            read(sample);
        var mutator = new Mutator(samples);
        int refused = 0;
        for (int seed = 0; seed < Files; seed++)
        {
            byte[] bytes = mutator.Make(new Random(seed));
            long before = GC.GetAllocatedBytesForCurrentThread(), start = Stopwatch.GetTimestamp();
            try
            {
                read(bytes);
            }
            catch (Exception error) when (error is InputException or IOException)
            {
                refused++;
            }
            catch (Exception error)
            {
                Assert.Fail($"seed {seed}: {error}\n{Encoding.UTF8.GetString(bytes)}");
            }

            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            TimeSpan took = Stopwatch.GetElapsedTime(start);
            Assert.True(allocated < MostBytes, $"seed {seed}: {allocated:N0} bytes");
            Assert.True(took < Longest, $"seed {seed}: {took}");
        }

        Assert.InRange(refused, least ?? Files / 4, Files);
        TestContext.Current.TestOutputHelper?.WriteLine($"{Files} files: {refused} refused, {Files - refused} read");
    }

    private string Write(string name, byte[] bytes)
    {
        string path = Path.Combine(folder.Path, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
