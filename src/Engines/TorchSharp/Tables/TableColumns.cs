using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Hosting;
using static TorchSharp.torch;

namespace FrameworkBench.Engines.TorchSharp.Tables;

/// <summary>Which columns of a table are numbers and which are codes.</summary>
internal sealed class TableColumns
{
    private readonly int[] numbers;
    private readonly int[] codes;

    /// <summary>Takes the columns of a task apart.</summary>
    /// <param name="task">The task.</param>
    /// <param name="indicatorsLast">Whether indicators stand behind the numeric columns rather than in their own places.</param>
    /// <exception cref="UnsupportedException">A number is missing.</exception>
    public TableColumns(FitTask task, bool indicatorsLast)
    {
        int[] indices = [.. Enumerable.Range(0, task.Features.Count)];
        codes = [.. indices.Where(column => task.Features[column].Categories > 0)];
        numbers =
        [
            .. indices.Where(column => task.Features[column].Categories == 0)
                .OrderBy(column => indicatorsLast && task.Features[column].Indicator),
        ];
        Numeric = numbers.Count(column => !task.Features[column].Indicator);
        Categories = [.. codes.Select(column => task.Features[column].Categories)];
        if (Lacks(task.TrainX) || Lacks(task.PredictX) || (task.ValidationX is { } validation && Lacks(validation)))
            throw new UnsupportedException($"missing values in model {task.Model.Kind}");
    }

    /// <summary>How many columns are numeric and no indicators.</summary>
    public int Numeric { get; }

    /// <summary>How many columns are numbers, indicators included.</summary>
    public int Numbers => numbers.Length;

    /// <summary>The number of categories of each column of codes.</summary>
    public IReadOnlyList<int> Categories { get; }

    /// <summary>Rows as a network takes them.</summary>
    public TableRows Rows(NpyArray x, ScalarType type)
    {
        double[] values = x.ToDoubles();
        int rows = x.Rows, columns = x.Columns;
        double[] taken = [.. Enumerable.Range(0, rows).SelectMany(row => numbers.Select(column => values[(row * columns) + column]))];
        long[] counted = [.. Enumerable.Range(0, rows).SelectMany(row => codes.Select(column => Count(values[(row * columns) + column])))];
        return new TableRows(
            tensor(taken, [rows, numbers.Length], dtype: type),
            codes.Length == 0 ? null : tensor(counted, [rows, codes.Length]));
    }

    private static long Count(double code) => double.IsNaN(code) ? 0 : (long)code + 1;

    private bool Lacks(NpyArray x)
    {
        double[] values = x.ToDoubles();
        return Enumerable.Range(0, x.Rows).Any(row => numbers.Any(column => double.IsNaN(values[(row * x.Columns) + column])));
    }
}
