using FrameworkBench.Datasets;
using FrameworkBench.Keeping;
using FrameworkBench.Keeping.Onnx;
using Microsoft.ML.OnnxRuntime;

namespace FrameworkBench.Tests.Keeping;

/// <summary>Predicts by ONNX Runtime what a kept model predicts.</summary>
internal static class OnnxRun
{
    /// <summary>The predictions of an exported model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="cells">Rows × inputs.</param>
    /// <returns>Its labels, none of values; and rows × outputs.</returns>
    public static (string[] Labels, double[] Predictions) Predict(KeptModel model, FeatureMatrix cells)
    {
        using var options = new SessionOptions { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, IntraOpNumThreads = 1 };
        using var session = new InferenceSession(OnnxExport.Of("model.fb", model), options);
        var inputs = new Dictionary<string, OrtValue>(StringComparer.Ordinal);
        int number = 0;
        foreach (KeptColumn column in model.Columns)
        {
            foreach (string name in column.Inputs)
                inputs.Add(name, InputOf(column, [.. Enumerable.Range(0, cells.Rows).Select(row => cells[row, number])], ref number));
        }

        using var run = new RunOptions();
        using IDisposableReadOnlyCollection<OrtValue> outputs = session.Run(run, inputs, session.OutputNames);
        foreach (OrtValue input in inputs.Values)
            input.Dispose();
        return (outputs.Count > 1 ? outputs[0].GetStringTensorAsArray() : [], outputs[^1].GetTensorDataAsSpan<double>().ToArray());
    }

    private static OrtValue InputOf(KeptColumn column, double[] cells, ref int number)
    {
        number++;
        long[] shape = [cells.Length, 1];
        if (column.Categories.Count == 0)
            return OrtValue.CreateTensorValueFromMemory(cells, shape);
        var texts = OrtValue.CreateTensorWithEmptyStrings(OrtAllocator.DefaultInstance, shape);
        for (int row = 0; row < cells.Length; row++)
            texts.StringTensorSetElementAt(TextOf(column.Categories, cells[row]), row);
        return texts;
    }

    private static string TextOf(IReadOnlyList<string> categories, double cell) =>
        double.IsNaN(cell) ? "" : cell < categories.Count ? categories[(int)cell] : "no such category";
}
