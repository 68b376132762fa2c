using FrameworkBench.Datasets.Splits;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Experiments.Report;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Results;
using FrameworkBench.Scoring;
using FrameworkBench.Trials;

namespace FrameworkBench.Tests.Samples;

/// <summary>
/// A made-up run on small images: strokes of three kinds, a network that takes every fourth one for another kind, and one that tells labels
/// only.
/// </summary>
internal static class SampleImagesRun
{
    private const int Rows = 40;

    public static RunResult Make()
    {
        var experiment = new Experiment
        {
            Name = "strokes",
            Path = "experiments/documents/strokes.yaml",
            Title = "Strokes",
            Datasets = ["strokes"],
            Split = new ByProfile<SplitPlan>(new FirstRows(10), new FirstRows(10), new FirstRows(10)),
            Models = [Model("net", "a network | 4"), Model("labels", "labels only")],
            Report = new ReportSettings { ImageGrid = true },
        };
        return SampleStrokes.Run(experiment, Trials(experiment));
    }

    private static ExperimentModel Model(string name, string title) => new()
    {
        Name = name,
        Title = title,
        Spec = new LinearSpec(),
        Seeds = new ByProfile<int>(2, 2, 2),
    };

    private static IEnumerable<TrialResult> Trials(Experiment experiment)
    {
        var dataset = SampleStrokes.Table(Rows);
        Split split = experiment.Split.Default.Split(dataset)[0];
        var input = new TrialInput(dataset, split, new(), Precision.Float32, PredictTraining: false);
        foreach (ExperimentModel model in experiment.Models)
        {
            for (long seed = 0; seed < 2; seed++)
            {
                bool hard = model.Name == "labels";
                double[] probabilities = [.. split.TestRows.SelectMany(row => Answer(row, dataset.Labels[row], hard, seed))];
                yield return TrialResult.Of(new PlannedTrial(
                    new Trial(experiment, model, "strokes", "scratch", 0, seed),
                    input,
                    model.Spec,
                    new TrialKey(new string('0', 64))),
                    new Outcome
                    {
                        Status = TrialStatus.Done,
                        Predictions = new Predictions(split.TestRows.Length, 3, probabilities),
                        HardLabels = hard,
                    });
            }
        }
    }

    // The second seed is never wrong: its answers must not be the ones that are shown.
    private static double[] Answer(int row, int label, bool hard, long seed)
    {
        double[] answer = new double[3];
        int told = row % (hard ? 9 : 2) == 0 && seed == 0 ? (label + 1) % 3 : label;
        double sure = hard ? 1 : 0.5 + (0.01 * row);
        answer[told] = sure;
        answer[(told + 1) % 3] += 1 - sure;
        return answer;
    }
}
