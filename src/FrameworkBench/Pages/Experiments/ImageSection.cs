using FrameworkBench.Charts;
using FrameworkBench.Datasets;
using FrameworkBench.Pages.Markdown;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Scoring;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Experiments;

/// <summary>
/// Test images with their true and predicted class: the first ones as they come, and the mistakes that a model was surest of.
/// </summary>
internal static class ImageSection
{
    private const int Shown = 12;
    private const int TileSize = 44;

    internal static void Write(IllustratedPage page, ExperimentResults results)
    {
        if (!results.Experiment.Report.ImageGrid)
            return;
        (ModelResults Model, TrialResult Trial)[] shown =
        [
            .. results.Models.GroupBy(model => (model.Dataset, model.Model.Name)).Select(FirstDone).OfType<(ModelResults, TrialResult)>(),
        ];
        if (shown.Length == 0)
            return;

        page.Text.Heading(2, "Images");
        page.Text.Paragraph("Test images with true class → predicted class, from the first trial of each model on the engine named; "
            + $"errors are framed. Top: the first {Shown} test rows. Bottom: the most confident errors.");
        foreach ((ModelResults model, TrialResult trial) in shown)
        {
            string title = results.Experiment.Datasets.Count > 1 ? $"{model.Model.Title}, {model.Dataset}" : model.Model.Title;
            page.Text.Heading(3, MarkdownText.Escape(title));
            page.Draw($"images-{model.Dataset}-{model.Model.Name}", Picture($"{title}, {model.Engine}", trial));
        }
    }

    private static (ModelResults, TrialResult)? FirstDone(IEnumerable<ModelResults> engines) => engines
        .SelectMany(model => model.Trials.Take(1), (model, trial) => (model, trial))
        .Where(found => found.trial.Input.Dataset is { Image: not null, IsClassification: true }
            && found.trial.Outcome.Predictions is not null)
        .Select(found => ((ModelResults, TrialResult)?)found)
        .FirstOrDefault();

    private static Panels Picture(string title, TrialResult trial)
    {
        int[] rows = trial.Input.Split.TestRows;
        Guess[] guesses = [.. rows.Select((row, at) => GuessOf(trial, row, at))];
        Guess[] mistakes = [.. guesses.Where(guess => guess.IsWrong)];

        // OrderBy is stable: of mistakes that are as sure, the first row comes first.
        Guess[] surest = [.. mistakes.OrderByDescending(guess => guess.Probability).Take(Shown)];
        var first =
            new ImageGrid(
                $"The first {Math.Min(Shown, guesses.Length)} of {Counting.Of(guesses.Length, "test image")}",
                Tiles(trial, guesses.Take(Shown)))
            {
                TileSize = TileSize,
            };
        string counted = surest.Length < mistakes.Length ? $"The {surest.Length} most confident of {mistakes.Length} errors"
            : mistakes.Length == 1 ? "The only error" : $"All {mistakes.Length} errors, most confident first";
        string heading = counted + Sureness(trial, surest);
        ImageGrid[] grids = surest.Length == 0 ? [first] : [first, new ImageGrid(heading, Tiles(trial, surest)) { TileSize = TileSize }];
        return new Panels($"True class → prediction: {title}", grids) { Columns = 1 };
    }

    private static Guess GuessOf(TrialResult trial, int row, int at)
    {
        int classes = trial.Input.Dataset.ClassNames.Count;
        ReadOnlySpan<double> probabilities = trial.Outcome.Predictions!.Values.AsSpan(at * classes, classes);
        int predicted = Scorer.LargestOf(probabilities);
        return new Guess(row, trial.Input.Dataset.Labels[row], predicted, probabilities[predicted]);
    }

    private static ImageTile[] Tiles(TrialResult trial, IEnumerable<Guess> guesses)
    {
        Dataset dataset = trial.Input.Dataset;
        return
        [
            .. guesses.Select(
                guess =>
                    new ImageTile(
                        dataset.Image!.Lines(dataset.Features.Row(guess.Row)),
                        $"{dataset.ClassNames[guess.Label]} → {dataset.ClassNames[guess.Predicted]}")
            {
                IsMarked = guess.IsWrong,
            }),
        ];
    }

    private static string Sureness(TrialResult trial, Guess[] surest)
    {
        if (trial.Outcome.HardLabels)
            return "";
        string[] ends =
            [.. new[] { surest.FirstOrDefault(), surest.LastOrDefault() }.Select(guess => Figures.Fixed(100 * guess.Probability, 0))
                .Distinct()];
        return $"; predicted with probability {string.Join(" to ", ends)} %";
    }

    /// <summary>What a model said of a test row.</summary>
    private readonly record struct Guess(int Row, int Label, int Predicted, double Probability)
    {
        public bool IsWrong => Label != Predicted;
    }
}
