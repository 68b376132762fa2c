using FrameworkBench.Experiments;
using FrameworkBench.Results;
using FrameworkBench.Scoring;
using FrameworkBench.Tests.Samples;
using FrameworkBench.Writing;

namespace FrameworkBench.Tests.Pages;

public sealed class GradientSectionTests
{
    [Fact]
    public void Norms_are_averaged_geometrically_layer_by_layer()
    {
        string picture = Picture(seed => seed % 2 == 0 ? (1e-6, 0.5) : (1e-4, 0.5));

        Assert.Contains("10⁻⁵", picture, StringComparison.Ordinal);
        Assert.Contains(">0.5<", picture, StringComparison.Ordinal);
    }

    [Fact]
    public void A_layer_that_a_gradient_never_reached_has_no_mean() =>
        Assert.Contains(">–<", Picture(seed => (seed == 0 ? 0 : 1e-4, 0.5)), StringComparison.Ordinal);

    // The sample has an odd number of seeds; an even one makes the mean a round number.
    private static string Picture(Func<long, (double First, double Last)> norms)
    {
        RunResult run = SampleRun.Make();
        Experiment gate = run.Experiments[0];
        Experiment told = gate with { Report = gate.Report with { GradientNorms = true } };
        TrialResult[] results =
        [
            .. run.Results.Where(result => result.Trial.Experiment == gate && result.Trial.Seed < 2).Select(result => result with
            {
                Trial = result.Trial with { Experiment = told },
                Outcome = result.Outcome with
                {
                    Measures = new Dictionary<string, double>(StringComparer.Ordinal)
                    {
                        ["gradient_norm_1"] = norms(result.Trial.Seed).First,
                        ["gradient_norm_2"] = norms(result.Trial.Seed).Last,
                    },
                },
            }),
        ];
        return ResultsWriter.Make(run with
        {
            Experiments = [told],
            Results = results,
            Verdicts = [],
        }).Single(file => file.Path == "gate/gradients.svg").Text;
    }
}
