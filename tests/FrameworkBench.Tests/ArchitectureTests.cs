using System.Reflection;
using FrameworkBench.Statistics;
using NetArchTest.Rules;

namespace FrameworkBench.Tests;

/// <summary>Each folder of the harness knows only those before it, as docs/architecture.md says.</summary>
public sealed class ArchitectureTests
{
    /// <summary>The folders in the order of the table of docs/architecture.md.</summary>
    private static readonly string[] Order =
        ["Statistics", "Reading", "Datasets", "Experiments", "Trials", "Engines", "Scoring", "Tuning", "Wording", "Claims", "Results",
         "Pages", "Writing", "Verification", "Changes", "Asking", "Keeping"];

    private static readonly Assembly Harness = typeof(Interval).Assembly;

    public static TheoryData<string> Folders => [.. Order[..^1]];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_knows_none_that_comes_after_it(string folder)
    {
        string[] after = [.. Order.Skip(Array.IndexOf(Order, folder) + 1).Select(Namespace)];

        Assert.Empty(Knowing(Namespace(folder), after));
    }

    [Fact]
    public void Every_folder_has_its_place_in_the_order() =>
        Assert.Equal(
            Order.Order(StringComparer.Ordinal),
            Types.InAssembly(Harness).That().ResideInNamespace("FrameworkBench").GetTypes()
                .Select(type => type.Namespace!.Split('.').ElementAtOrDefault(1)).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("FrameworkBench.Charts")]
    [InlineData("FrameworkBench.Protocol")]
    [InlineData("FrameworkBench.Scratch")]
    public void A_library_below_the_harness_depends_on_nothing_but_the_framework(string library)
    {
        var assemblies = Assembly.Load(library).GetReferencedAssemblies().Select(assembly => assembly.Name!);

        Assert.DoesNotContain(assemblies, name => !name.StartsWith("System.", StringComparison.Ordinal));
    }

    [Fact]
    public void No_folder_holds_more_than_25_files_of_code() =>
        Assert.Empty(Code().GroupBy(file => Path.GetDirectoryName(file)).Where(folder => folder.Count() > 25).Select(folder => folder.Key));

    [Fact]
    public void No_line_of_code_is_longer_than_140_columns()
    {
        Assert.Empty(Code().SelectMany(file => Long(file).Select(line => $"{file}:{line}")));

        // What stands between raw quotation marks is data.
        static IEnumerable<int> Long(string file)
        {
            bool isData = false;
            foreach ((int number, string line) in File.ReadLines(Path.Combine(RepositoryFiles.Root, file)).Index())
            {
                bool turns = int.IsOddInteger(line.Split("\"\"\"").Length - 1);
                if (line.Length > 140 && !isData && !turns)
                    yield return number + 1;
                isData ^= turns;
            }
        }
    }

    private static IEnumerable<string> Code() => new[] { "src", "tests" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, folder), "*.cs", SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(RepositoryFiles.Root, file))
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Contains("obj"))
        .Order(StringComparer.Ordinal);

    private static string Namespace(string folder) => $"FrameworkBench.{folder}";

    /// <summary>The types of a namespace, or below it, that depend on one of the others.</summary>
    private static IEnumerable<string> Knowing(string space, string[] others)
    {
        var result = Types.InAssembly(Harness).That().ResideInNamespace(space).ShouldNot().HaveDependencyOnAny(others).GetResult();
        return (result.FailingTypeNames ?? []).Order(StringComparer.Ordinal);
    }
}
