using System.Text.Json.Serialization;
using FrameworkBench.Asking.Recognition;
using FrameworkBench.Datasets;

namespace FrameworkBench.Keeping;

/// <summary>A model that predicts rows of tables: how columns are read, the fits, and where they come from.</summary>
/// <param name="Target">What is predicted: numbers, or categories as the classes.</param>
/// <param name="Columns">The columns that are read, in the order of the inputs.</param>
/// <param name="Members">The fits whose mean is predicted.</param>
/// <param name="Origin">Where it comes from.</param>
public sealed record KeptModel(
    KeptColumn Target, IReadOnlyList<KeptColumn> Columns, IReadOnlyList<KeptMember> Members, KeptOrigin Origin)
{
    private const int MostColumns = 50_000;
    private const int MostMembers = 100;

    /// <summary>The classes; none where values are predicted.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Classes => Target.Categories;

    /// <summary>Probabilities a row, one a class, or one value.</summary>
    [JsonIgnore]
    public int Outputs => Math.Max(1, Classes.Count);

    /// <summary>Categories of each input; 0 of a number.</summary>
    [JsonIgnore]
    public IReadOnlyList<int> Categories =>
        [.. Columns.SelectMany(column => column.Inputs.Select(_ => column.Categories.Count))];

    /// <summary>Predicts rows: class probabilities, or values in the target's own unit.</summary>
    /// <param name="cells">Rows × inputs: numbers and indices of categories, the number of categories for one that the training rows do
    /// not have; NaN is missing.</param>
    /// <returns>Rows × <see cref="Outputs"/>, row-major.</returns>
    public double[] Predict(FeatureMatrix cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        double[] mean = new double[cells.Rows * Outputs];
        foreach (KeptMember member in Members)
        {
            double[] own = member.Predict(cells);
            for (int i = 0; i < mean.Length; i++)
                mean[i] += own[i] / Members.Count;
        }

        return mean;
    }

    /// <summary>What is wrong with it; null for nothing.</summary>
    /// <exception cref="InvalidDataException">The steps of a fit do not fit together.</exception>
    internal string? Problem()
    {
        if (Columns.Count is 0 or > MostColumns || Members.Count is 0 or > MostMembers)
            return $"it has {Columns.Count} columns and {Members.Count} fits";
        if (Columns.Select(column => column.Name).Append(Target.Name).Distinct(StringComparer.Ordinal).Count() <= Columns.Count)
            return "two columns have one name";
        if (Target is not ({ Reading: ColumnReading.Number } or { Reading: ColumnReading.Category, Categories.Count: > 1 }))
            return $"the target '{Target.Name}' is neither a number nor one of several classes";
        IReadOnlyList<int> categories = Categories;
        return Columns.Append(Target).Select(column => column.Problem())
            .Concat(Members.Select(member => member.Problem(categories, Outputs))).FirstOrDefault(problem => problem is not null);
    }
}
