using System.Numerics;

namespace FrameworkBench.Scratch.Networks.Training;

/// <summary>Rows to learn from or to validate on: inputs and what the network should answer.</summary>
/// <typeparam name="T">float or double, as the network.</typeparam>
public sealed class Samples<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Rows with targets as numbers: values, zeros and ones, one-hot rows or probabilities.</summary>
    /// <param name="inputs">rows × inputs, row-major.</param>
    /// <param name="targets">rows × outputs, row-major.</param>
    /// <param name="rows">Number of rows, at least 1.</param>
    /// <exception cref="ArgumentException">A length is not a multiple of the number of rows.</exception>
    public Samples(T[] inputs, T[] targets, int rows)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        if (inputs.Length == 0 || inputs.Length % rows != 0)
            throw new ArgumentException($"{inputs.Length} inputs do not make {rows} equal rows.", nameof(inputs));
        if (targets.Length == 0 || targets.Length % rows != 0)
            throw new ArgumentException($"{targets.Length} targets do not make {rows} equal rows.", nameof(targets));
        Inputs = inputs;
        Targets = targets;
        Rows = rows;
    }

    /// <summary>rows × inputs, row-major.</summary>
    public T[] Inputs { get; }

    /// <summary>rows × outputs, row-major.</summary>
    public T[] Targets { get; }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    internal int InputColumns => Inputs.Length / Rows;

    internal int TargetColumns => Targets.Length / Rows;

    /// <summary>Rows of classes for a network with one output a class: targets are one-hot.</summary>
    /// <param name="inputs">rows × inputs, row-major.</param>
    /// <param name="labels">The class of each row, 0 … classes − 1.</param>
    /// <param name="classes">Number of classes.</param>
    /// <exception cref="ArgumentOutOfRangeException">A label is not a class.</exception>
    public static Samples<T> OfClasses(T[] inputs, ReadOnlySpan<int> labels, int classes)
    {
        var targets = new T[labels.Length * classes];
        for (int row = 0; row < labels.Length; row++)
        {
            if ((uint)labels[row] >= (uint)classes)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(labels), labels[row], $"Row {row} has class {labels[row]}; classes are 0 to {classes - 1}.");
            }

            targets[(row * classes) + labels[row]] = T.One;
        }

        return new Samples<T>(inputs, targets, labels.Length);
    }

    /// <summary>Rows of two classes for a network with a single output: targets are 0 and 1.</summary>
    /// <param name="inputs">rows × inputs, row-major.</param>
    /// <param name="labels">The class of each row, 0 or 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A label is neither 0 nor 1.</exception>
    public static Samples<T> OfTwoClasses(T[] inputs, ReadOnlySpan<int> labels)
    {
        var targets = new T[labels.Length];
        for (int row = 0; row < labels.Length; row++)
        {
            if (labels[row] is not (0 or 1))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(labels), labels[row], $"Row {row} has class {labels[row]}; classes are 0 and 1.");
            }

            targets[row] = T.CreateTruncating(labels[row]);
        }

        return new Samples<T>(inputs, targets, labels.Length);
    }
}
