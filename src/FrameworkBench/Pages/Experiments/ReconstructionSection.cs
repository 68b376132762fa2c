using FrameworkBench.Charts;
using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Preparation;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Scoring;
using FrameworkBench.Trials;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Experiments;

/// <summary>Test images beside what each model made of them.</summary>
internal static class ReconstructionSection
{
    private const int MostImages = 10;
    private const int TileSize = 52;

    internal static void Write(IllustratedPage page, ExperimentResults results)
    {
        if (!results.Experiment.Report.ImageGrid || !results.Experiment.Reconstructs)
            return;
        (string Dataset, ModelResults[] Models)[] shown =
        [
            .. results.Models
                .Where(model => model.Trials[0].Input.Dataset.Image is { } image
                    && model.Trials[0].Outcome.Predictions?.Columns == image.Pixels)
                .GroupBy(model => model.Dataset)
                .Select(models => (models.Key, (ModelResults[])[.. models.DistinctBy(model => model.Model.Name)])),
        ];
        if (shown.Length == 0)
            return;

        page.Text.Heading(2, "Images");
        page.Text.Paragraph("Test images and, below them, each model's reconstruction, from the first trial on the engine named. "
            + "The number is the image's mean squared error.");
        foreach ((string dataset, ModelResults[] models) in shown)
            page.Draw($"images-{dataset}", Picture(dataset, models));
    }

    private static Panels Picture(string dataset, ModelResults[] models)
    {
        Dataset table = models[0].Trials[0].Input.Dataset;
        int[] tested = models[0].Trials[0].Input.Split.TestRows;

        // Places among the test rows: the first of each class, or just the first ones.
        int[] places = table.HasLabels
            ? [.. Enumerable.Range(0, tested.Length).DistinctBy(place => table.Labels[tested[place]])
                .OrderBy(place => table.Labels[tested[place]]).Take(MostImages)]
            : [.. Enumerable.Range(0, Math.Min(MostImages, tested.Length))];
        var originals = new ImageGrid("Originals", [.. places.Select(place => Original(table, tested[place]))]) { TileSize = TileSize };
        return new Panels($"Reconstructions of {Counting.Of(places.Length, "image")} of {dataset}",
        [
            originals,
            .. models.Select(model => new ImageGrid($"{model.Model.Title}, {model.Engine}", Tiles(model.Trials[0], places))
            {
                TileSize = TileSize,
            }),
        ])
        {
            Columns = 1,
            Subtitle = "Below each image: its mean squared error over the prepared "
                + $"pixels{(table.HasLabels ? "; below the originals: the class" : "")}.",
        };
    }

    private static ImageTile Original(Dataset table, int row) =>
        new(table.Image!.Lines(table.Features.Row(row)), table.HasLabels ? table.ClassNames[table.Labels[row]] : "");

    private static ImageTile[] Tiles(TrialResult trial, int[] places)
    {
        TrialInput input = trial.Input;
        ImageShape shape = input.Dataset.Image!;
        FittedPreparation preparation = input.Preparation.Fit(input.Dataset, input.Split.TrainRows);
        Predictions predictions = trial.Outcome.Predictions!;
        double[] prepared = preparation.Transform([.. places.Select(place => input.Split.TestRows[place])]).Values;
        return [.. places.Select(Tile)];

        ImageTile Tile(int place, int at)
        {
            double[] made = predictions.Slice(place, 1).Values;
            double error = made.Select((value, pixel) => value - prepared[(at * made.Length) + pixel])
                .Average(difference => difference * difference);
            double[] gray = [.. made.Select((value, pixel) => preparation.Inverse(pixel, value) ?? value)];
            return new ImageTile(shape.Lines(gray), Figures.Fixed(error, 3));
        }
    }
}
