using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.FittedModels;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Trials;

namespace FrameworkBench.Engines.Processes;

/// <summary>Reads the fitted model that an engine gave, and holds it to the predictions that the engine gave beside it.</summary>
internal static class FittedModelReader
{
    // Enough to see what is wrong with a model, few enough to take no time.
    private const int MostRows = 1000;

    // An engine may compute in float32, whose rounding grows in deep networks.
    private const double Tolerance = 1e-3;

    /// <summary>What is wrong with the model; null for nothing.</summary>
    /// <param name="request">The request.</param>
    /// <param name="path">The model's file.</param>
    /// <param name="predictions">What the engine predicted.</param>
    /// <param name="model">The model.</param>
    public static string? Problem(FitRequest request, string path, Predictions predictions, out FittedModel? model)
    {
        model = null;
        try
        {
            model = FittedModelFile.Read(File.ReadAllBytes(OutcomeReader.Regular(path)));
            NpyArray inputs = NpyFile.Read(request.Arrays.PredictX);
            return model.Inputs != inputs.Columns || model.Check() != predictions.Columns
                ? $"the fitted model takes {model.Inputs} columns and gives {model.Check()}, expected {inputs.Columns} and "
                    + $"{predictions.Columns}"
                : Distance(model, inputs, predictions);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return $"the fitted model cannot be read: {error.Message}";
        }
    }

    private static string? Distance(FittedModel model, NpyArray inputs, Predictions predictions)
    {
        int rows = Math.Min(MostRows, inputs.Rows);
        double[] given = model.Predict(inputs.ToDoubles().AsMemory(0, rows * inputs.Columns));
        int wrong = Enumerable.Range(0, given.Length).FirstOrDefault(
            place => !(Math.Abs(given[place] - predictions.Values[place]) <= Tolerance * Math.Max(1, Math.Abs(given[place]))), -1);
        return wrong < 0 ? null
            : FormattableString.Invariant($"for row {wrong / predictions.Columns} the fitted model predicts {given[wrong]:G6}, ")
                + FormattableString.Invariant($"the engine {predictions.Values[wrong]:G6}");
    }
}
