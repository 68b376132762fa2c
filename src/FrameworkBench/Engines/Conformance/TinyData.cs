using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Engines.Conformance;

/// <summary>A table small enough to be fitted in milliseconds, the same every time.</summary>
internal sealed record TinyData
{
    public const int Rows = 48;
    public const int Columns = 3;

    public required TaskKind Task { get; init; }

    /// <summary>Classes, or columns of the target.</summary>
    public required int Outputs { get; init; }

    public required NpyArray TrainX { get; init; }

    public required NpyArray TrainY { get; init; }

    public required NpyArray PredictX { get; init; }

    public required NpyArray PredictY { get; init; }

    public IReadOnlyList<FeatureColumn>? Features { get; init; }

    /// <summary>Two or three clusters, or a plane, with noise from a linear congruential generator.</summary>
    public static TinyData Of(TaskKind task)
    {
        int classes = task == TaskKind.Multiclass ? 3 : 2;
        uint state = 20_240_607;
        (NpyArray x, NpyArray y) Part()
        {
            double[] inputs = new double[Rows * Columns];
            int[] labels = new int[Rows];
            double[] values = new double[Rows];
            for (int row = 0; row < Rows; row++)
            {
                labels[row] = row % classes;
                for (int column = 0; column < Columns; column++)
                {
                    double center = column == labels[row] ? 2 : -0.5;
                    inputs[(row * Columns) + column] = center + Noise();
                }

                values[row] = inputs[row * Columns] - (0.5 * inputs[(row * Columns) + 1]) + (0.1 * Noise());
            }

            var matrix = NpyArray.Matrix(Rows, Columns, inputs);
            return (matrix, task switch
            {
                TaskKind.Regression => NpyArray.Matrix(Rows, 1, values),
                TaskKind.Reconstruction => matrix,
                _ => NpyArray.Vector(labels),
            });
        }

        double Noise()
        {
            state = (state * 1_664_525) + 1_013_904_223;
            return (state / (double)uint.MaxValue * 2) - 1;
        }

        (NpyArray trainX, NpyArray trainY) = Part();
        (NpyArray predictX, NpyArray predictY) = Part();
        return new TinyData
        {
            Task = task,
            Outputs = task switch { TaskKind.Regression => 1, TaskKind.Reconstruction => Columns, _ => classes },
            TrainX = trainX,
            TrainY = trainY,
            PredictX = predictX,
            PredictY = predictY,
        };
    }

    /// <summary>The same table with NaN in every fifth value of the last column.</summary>
    public TinyData WithMissingValues() => With(null, (row, value) => row % 5 == 0 ? double.NaN : value);

    /// <summary>The same table with codes 0 … 3 in the last column.</summary>
    public TinyData WithCategories() =>
        With([new FeatureColumn("a"), new FeatureColumn("b"), new FeatureColumn("c", 4)], (row, _) => (row / 3) % 4);

    private TinyData With(IReadOnlyList<FeatureColumn>? features, Func<int, double, double> lastColumn)
    {
        NpyArray Changed(NpyArray array)
        {
            double[] values = [.. array.ToDoubles()];
            for (int row = 0; row < array.Rows; row++)
                values[(row * Columns) + Columns - 1] = lastColumn(row, values[(row * Columns) + Columns - 1]);
            return NpyArray.Matrix(array.Rows, Columns, values);
        }

        return this with { Features = features, TrainX = Changed(TrainX), PredictX = Changed(PredictX) };
    }
}
