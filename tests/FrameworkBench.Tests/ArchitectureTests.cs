using System.Reflection;
using FrameworkBench.Statistics;
using NetArchTest.Rules;

namespace FrameworkBench.Tests;

/// <summary>Each folder of the harness knows only those before it, as docs/architecture.md says.</summary>
public sealed class ArchitectureTests
{
    private const string Charts = "FrameworkBench.Reporting.Charts";

    /// <summary>The folders in the order of the table of docs/architecture.md.</summary>
    private static readonly string[] Order =
        ["Statistics", "Datasets", "Experiments", "Trials", "Engines", "Scoring", "Tuning", "Claims", "Reporting"];

    /// <summary>Charts that still draw types of the harness. One that is mended leaves this list, and none enters it.</summary>
    private static readonly string[] ChartsOfTheHarness =
    [
        // Takes the five numbers of a box as Statistics' FiveNumberSummary.
        $"{Charts}.BoxDrawing",
        // Draw the ledger by the rulings of Claims.
        $"{Charts}.VerdictDrawing",
        $"{Charts}.VerdictTally",
    ];

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

    [Fact]
    public void Charts_know_nothing_but_charts_save_for_the_named_exceptions()
    {
        string[] others = [.. Types.InAssembly(Harness).That().DoNotResideInNamespace(Charts).GetTypes().Select(type => type.FullName!)];

        Assert.Equal(ChartsOfTheHarness, Knowing(Charts, others));
    }

    [Theory]
    [InlineData("FrameworkBench.Protocol")]
    [InlineData("FrameworkBench.Scratch")]
    public void A_library_below_the_harness_depends_on_nothing_but_the_framework(string library)
    {
        var assemblies = Assembly.Load(library).GetReferencedAssemblies().Select(assembly => assembly.Name!);

        Assert.DoesNotContain(assemblies, name => !name.StartsWith("System.", StringComparison.Ordinal));
    }

    private static string Namespace(string folder) => $"FrameworkBench.{folder}";

    /// <summary>The types of a namespace, or below it, that depend on one of the others.</summary>
    private static IEnumerable<string> Knowing(string space, string[] others)
    {
        var result = Types.InAssembly(Harness).That().ResideInNamespace(space).ShouldNot().HaveDependencyOnAny(others).GetResult();
        return (result.FailingTypeNames ?? []).Order(StringComparer.Ordinal);
    }
}
