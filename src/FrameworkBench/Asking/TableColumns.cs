using FrameworkBench.Datasets;

namespace FrameworkBench.Asking;

/// <summary>A table with fewer columns.</summary>
internal static class TableColumns
{
    /// <summary>The same rows with some of the inputs.</summary>
    public static Dataset Only(Dataset dataset, IReadOnlyList<int> inputs)
    {
        double[] values = new double[dataset.Rows * inputs.Count];
        for (int row = 0; row < dataset.Rows; row++)
        {
            for (int input = 0; input < inputs.Count; input++)
                values[(row * inputs.Count) + input] = dataset.Features[row, inputs[input]];
        }

        return dataset with
        {
            Columns = [.. inputs.Select(input => dataset.Columns[input])],
            Features = new FeatureMatrix(dataset.Rows, inputs.Count, values),
        };
    }
}
