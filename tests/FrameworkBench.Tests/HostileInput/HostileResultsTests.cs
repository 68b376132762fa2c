using System.Text;
using FrameworkBench.Changes;
using FrameworkBench.Changes.Stored;
using FrameworkBench.Claims.Register;
using FrameworkBench.Datasets.Catalog;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Documents;
using FrameworkBench.Reading;
using FrameworkBench.Tests.Experiments;
using FrameworkBench.Verification;

namespace FrameworkBench.Tests.HostileInput;

/// <summary>Whatever became of the files of some results, they are compared and verified, or refused.</summary>
public sealed class HostileResultsTests : IDisposable
{
    // The smallest of the project's.
    private const string Shipped = "mnist";
    private const int UsualNumber = 20;

    private static readonly string[] FileNames = ["run.json", "scores.csv", "times.csv", "claims.json", "README.md", "SHA256SUMS"];

    private readonly TemporaryFolder folder = new();
    private readonly Experiment experiment =
        new ExperimentLoader(TestVocabulary.Real).Load(Path.Combine(RepositoryFiles.Root, "experiments", "documents", $"{Shipped}.yaml"));

    public HostileResultsTests()
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "before", Shipped));
        Directory.CreateDirectory(Path.Combine(folder.Path, "after", Shipped));
        foreach (string name in new[] { "environment.md" }.Concat(FileNames.Select(file => $"{Shipped}/{file}")))
        {
            File.Copy(Path.Combine(RepositoryFiles.Root, "results", name), Path.Combine(folder.Path, "before", name));
            File.Copy(Path.Combine(RepositoryFiles.Root, "results", name), Path.Combine(folder.Path, "after", name));
        }
    }

    public static TheoryData<string> Files => [.. FileNames];

    private static int Number => WrongFiles.NumberOr(UsualNumber);

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Files))]
    public void Results_to_verify(string name)
    {
        ResultsUnderTest results = UnderTest();
        int sound = ResultsVerifier.Verify(results).Discrepancies.Count;

        WrongFiles.Read([Sound(name)], bytes =>
        {
            Write(name, bytes);
            if (ResultsVerifier.Verify(results).Discrepancies.Count != sound)
                throw new InvalidDataException("discrepancies");
        }, least: name == "SHA256SUMS" ? 0 : Number / 2, IsRefusal, Number);
    }

    [Fact]
    public void Two_ways_to_write_a_seed_are_no_two_trials()
    {
        string scores = Encoding.UTF8.GetString(Sound("scores.csv"));
        Write("scores.csv", Encoding.UTF8.GetBytes(scores.Replace(",0,1001,", ",0,01000,", StringComparison.Ordinal)));

        IReadOnlyList<Discrepancy> found = ResultsVerifier.Verify(UnderTest()).Discrepancies;

        Assert.Contains(found, one => (one.Found, one.Right) == ("mnist/network by scratch, split 0, seed 01000", "no such trial"));
    }

    [Theory]
    [InlineData("run.json")]
    [InlineData("scores.csv")]
    [InlineData("times.csv")]
    [InlineData("claims.json")]
    [InlineData("../environment.md")]
    public void Results_to_compare(string name)
    {
        StoredResults before = Open("before");

        WrongFiles.Read([Sound(name)], bytes =>
        {
            Write(name, bytes);
            _ = ChangesPage.Of(ResultsComparer.Compare(before, Open("after")), all: true);
        }, least: 0, IsRefusal, Number);
    }

    [Fact]
    public void Registers()
    {
        string path = Path.Combine(folder.Path, "claims.lock");
        string[] lines = File.ReadAllLines(Path.Combine(RepositoryFiles.Root, "experiments", "claims.lock"));
        IEnumerable<string> parts = lines.Chunk(40).Take(5).Select(some => string.Join('\n', some) + '\n');

        WrongFiles.Read(parts.Select(Encoding.UTF8.GetBytes), bytes =>
        {
            File.WriteAllBytes(path, bytes);
            _ = ClaimRegister.Read(path);
        });
    }

    private ResultsUnderTest UnderTest() => new(
        Path.Combine(folder.Path, "after"), [experiment],
        SourceDocuments.Read(Path.Combine(RepositoryFiles.Root, "experiments", "documents.yaml")),
        DatasetCatalog.Read(RepositoryFiles.Catalog), ClaimRegister.Empty, "claims.lock", []);

    private static bool IsRefusal(Exception error) => error is InputException or IOException or InvalidDataException;

    private StoredResults Open(string name) => StoredResults.Open(Path.Combine(folder.Path, name), name);

    private byte[] Sound(string name) => File.ReadAllBytes(Path.Combine(folder.Path, "before", Shipped, name));

    private void Write(string name, byte[] bytes) => File.WriteAllBytes(Path.Combine(folder.Path, "after", Shipped, name), bytes);
}
