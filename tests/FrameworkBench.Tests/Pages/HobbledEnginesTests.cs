using FrameworkBench.Protocol.Models;
using FrameworkBench.Results;
using FrameworkBench.Tests.Samples;
using FrameworkBench.Writing;

namespace FrameworkBench.Tests.Pages;

public sealed class HobbledEnginesTests
{
    [Fact]
    public void A_ratio_against_a_hobbled_build_is_marked_and_stands_beside_its_bound()
    {
        string page = Timings(Run(scratch: 200, sklearn: 100));

        Assert.Contains(
            "| | sklearn | 40 | 2.4 s | 800 ms [780 ms, 840 ms] | ×80 † | 400 ms, ×40 | 8 ms | 480 ms | ×80 † | 120 MB |", page,
            StringComparison.Ordinal);
        Assert.Contains("| **sklearn** | 1 | ×80 † | ×40 | ×80 † | ×80 † | 120 MB |", page, StringComparison.Ordinal);
        Assert.Contains(
            "† Involves a slow build; its [matrix product](#matrix-products) as a share of the fastest engine's: sklearn 50 %.", page,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_marked_where_every_product_is_near_the_best()
    {
        string page = Timings(Run(scratch: 200, sklearn: 160));

        Assert.DoesNotContain("†", page.Replace("† marks", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("| ×80 | 640 ms, ×64 |", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_ratio_to_a_hobbled_reference_is_marked()
    {
        string page = Timings(Run(scratch: 100, sklearn: 200));

        Assert.Contains("| ×1 † | 5 ms, ×0.5 |", page, StringComparison.Ordinal);
        Assert.Contains("| ×80 † | 800 ms, ×80 |", page, StringComparison.Ordinal);
        Assert.Contains("as a share of the fastest engine's: scratch 50 %.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Trees_depend_on_no_matrix_product_and_are_not_marked()
    {
        RunResult run = Run(scratch: 200, sklearn: 100);
        string page = Timings(run with
        {
            Experiments = [.. run.Experiments.Select(experiment => experiment with
            {
                Models = [.. experiment.Models.Select(model => model with { Spec = new ForestSpec() })],
            })],
        });

        Assert.DoesNotContain("†", page, StringComparison.Ordinal);
        Assert.DoesNotContain("## Matrix products", page, StringComparison.Ordinal);
        Assert.Contains("| 800 ms [780 ms, 840 ms] | ×80 | 8 ms |", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_on_a_hobbled_build_is_marked_beside_the_trees_of_its_engine()
    {
        string page = Timings(SampleTimingsRun.Make() with
        {
            Calibrations =
                new Dictionary<string, double?>(StringComparer.Ordinal) { ["scratch"] = 200, ["sklearn"] = 100, ["pytorch"] = 100 },
        });

        Assert.Contains(
            "| | **network ÷ boosted trees** | **×2.5** | **×2.5** † | – | – | – | – | **×4** |", page, StringComparison.Ordinal);
        Assert.Contains("**×4** |\n\n† Involves a slow build; its [matrix product](#matrix-products) as a share of the fastest "
            + "engine's: sklearn 50 %.\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_fastest_network_is_marked_when_its_engine_is_hobbled()
    {
        string page = Timings(SampleTimingsRun.Make() with
        {
            Calibrations = new Dictionary<string, double?>(StringComparer.Ordinal) { ["scratch"] = 100, ["sklearn"] = 200 },
        });

        Assert.Contains(
            "the fastest network (scratch, 20 ms) takes ×4 † the time of the fastest boosted trees (xgboost, 5 ms); on all cores ×8 †\n",
            page, StringComparison.Ordinal);
        Assert.Contains("| **×2.5** † | **×2.5** | – | – | – | – | **×4** † |", page, StringComparison.Ordinal);
    }

    private static RunResult Run(double scratch, double sklearn) => SampleRun.Make() with
    {
        Calibrations =
            new Dictionary<string, double?>(StringComparer.Ordinal) { ["scratch"] = scratch, ["sklearn"] = sklearn, ["xgboost"] = null },
    };

    // Units are set apart by spaces that do not break.
    private static string Timings(RunResult run) => ResultsWriter.Make(run)
        .Single(file => file.Path == "timings/README.md").Text.Replace('\u00A0', ' ');
}
