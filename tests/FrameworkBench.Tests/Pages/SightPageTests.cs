using FrameworkBench.Pages;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Tests.Samples;
using FrameworkBench.Writing;

namespace FrameworkBench.Tests.Pages;

/// <summary>Pages that show what models see and rely on.</summary>
public sealed class SightPageTests
{
    private static readonly string[] Shown =
        ["planes/README.md", "loans/README.md", "loans/importance.csv", "planes/planes-points.svg", "loans/importance-loans.svg",
            "loans/tree-loans-tree.svg"];

    [Fact]
    public void The_pages_of_planes_and_of_importance_are_as_approved() =>
        ApprovedResults.Hold([.. ResultsWriter.Make(SampleSightRun.Make()).Where(file => Shown.Contains(file.Path))], "approved-sight");

    [Fact]
    public void Nothing_is_shown_where_nothing_was_requested()
    {
        IReadOnlyList<ResultFile> files = ResultsWriter.Make(SampleRun.Make());

        Assert.DoesNotContain(
            files, file => file.Path.Contains("importance", StringComparison.Ordinal)
            || file.Path.Contains("planes", StringComparison.Ordinal));
        Assert.DoesNotContain("What each model", files.Single(file => file.Path == "gate/README.md").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Trials_agree_as_far_as_they_put_the_inputs_into_the_same_order()
    {
        ImportanceSummary line = Summaries().Single(summary => summary.Model is { Model.Name: "line", Engine: "scratch" });

        Assert.Equal(1, line.Agreement()!.Value, 1e-12);
        Assert.Equal([0], line.Most(3));
        Assert.Null(line.Shares);
    }

    [Fact]
    public void Trials_that_weigh_all_inputs_alike_agree_on_no_order() =>
        Assert.Null(Summaries().Single(summary => summary.Model is { Model.Name: "tree", Engine: "scratch" }).Agreement());

    [Fact]
    public void One_hot_columns_count_together_in_what_a_tree_says_itself()
    {
        ImportanceSummary tree = Summaries().Single(summary => summary.Model is { Model.Name: "tree", Engine: "scratch" });

        Assert.Equal(["years", "colour"], tree.Columns);
        Assert.Equal(0.55, tree.Shares![0].Mean, 1e-12);
        Assert.Equal(0.45, tree.Shares[1].Mean, 1e-12);
    }

    private static IEnumerable<ImportanceSummary> Summaries() =>
        ExperimentResults.Of(SampleSightRun.Make()).SelectMany(results => results.Models).Select(ImportanceSummary.Of)
            .OfType<ImportanceSummary>();
}
