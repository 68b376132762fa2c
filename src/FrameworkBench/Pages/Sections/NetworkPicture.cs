using FrameworkBench.Charts;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Trials;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Sections;

/// <summary>A network drawn as columns of units, as the first trial of a model has it.</summary>
internal static class NetworkPicture
{
    private const int MostNamed = 10;
    private const int MostLayers = 7;
    private const int FirstHidden = 3;
    private const int LastHidden = 2;
    private const int PlotHeight = 220;

    /// <summary>The picture.</summary>
    internal static NetworkDiagram Of(string title, ModelResults model)
    {
        TrialInput input = model.Trials[0].Input;
        string[] inputs = [.. input.Preparation.Fit(input.Dataset, input.Split.TrainRows).Columns.Select(column => column.Name)];
        var layers = new List<NetworkLayer> { new("inputs", inputs.Length) { UnitNames = inputs.Length <= MostNamed ? inputs : null } };
        LayerSpec[] all = [.. NetworkOf(model).Layers];
        int last = Array.FindLastIndex(all, layer => layer is DenseLayer);
        for (int i = 0; i < all.Length; i++)
        {
            if (all[i] is DenseLayer dense)
                layers.Add(new NetworkLayer(i == last ? "outputs" : "hidden", dense.Units)
                {
                    Detail = ModelWords.Name(dense.Activation, dense.Slope),
                    UnitNames = i == last ? Names(input, dense.Units) : null,
                });
            else
                layers[^1] = layers[^1] with
                {
                    Detail = layers[^1].Detail is { } detail ? $"{detail}, {ModelWords.Name(all[i])}" : ModelWords.Name(all[i]),
                };
        }

        List<NetworkLayer> drawn = Shortened(layers);
        return new NetworkDiagram($"Network: {title}", drawn)
        {
            PlotHeight = PlotHeight,
            Subtitle = layers.Count > drawn.Count ? $"Shows the first {FirstHidden} and the last {LastHidden} of "
                + $"{layers.Count - 2} hidden layers." : null,
        };
    }

    /// <summary>A model's network with the widths that its first data set gives it.</summary>
    internal static NetworkSpec NetworkOf(ModelResults model)
    {
        TrialInput input = model.Trials[0].Input;
        return ((NetworkSpec)model.Model.SpecFor(input.Dataset.Task)).WithWidths(input.Dataset.Columns.Count, input.Outputs);
    }

    // Columns of many layers would leave no room for the lines between them.
    private static List<NetworkLayer> Shortened(List<NetworkLayer> layers) => layers.Count <= MostLayers ? layers
        : [.. layers.Take(1 + FirstHidden), .. layers.TakeLast(LastHidden + 1)];

    private static IReadOnlyList<string>? Names(TrialInput input, int units) =>
        !input.Dataset.IsClassification ? (units == 1 ? [input.Dataset.TargetName] : null)
        : units == input.Dataset.ClassNames.Count && units <= MostNamed ? input.Dataset.ClassNames
        : units == 1 && input.Dataset.ClassNames.Count == 2 ? [input.Dataset.ClassNames[1]]
        : null;
}
