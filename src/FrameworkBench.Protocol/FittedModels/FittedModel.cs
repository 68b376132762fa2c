using FrameworkBench.Protocol.FittedModels.Steps;

namespace FrameworkBench.Protocol.FittedModels;

/// <summary>
/// A fitted model as data that belongs to no framework: steps, one after another, that turn rows of prepared inputs into predictions.
/// docs/engine-protocol.md gives each step's formula.
/// </summary>
/// <param name="Inputs">Columns of its input: the columns that a fit is given.</param>
/// <param name="Steps">The steps, at least one.</param>
public sealed record FittedModel(int Inputs, IReadOnlyList<Step> Steps)
{
    // Enough rows to pay for a task, few enough for the numbers between two steps to stay in a cache.
    private const int BlockRows = 256;

    /// <summary>A model of these steps.</summary>
    public static FittedModel Of(int inputs, params IReadOnlyList<Step> steps) => new(inputs, steps);

    /// <summary>Checks that the steps fit together.</summary>
    /// <returns>Numbers a row that it predicts: a probability a class, or the values.</returns>
    /// <exception cref="InvalidDataException">They do not; the message names the step and what is wrong with it.</exception>
    public int Check()
    {
        if (Inputs < 1 || Steps.Count == 0)
            throw new InvalidDataException($"a model of {Inputs} inputs and {Steps.Count} steps predicts nothing.");
        int columns = Inputs;
        foreach ((int number, Step step) in Steps.Index())
        {
            try
            {
                columns = step.OutputsOf(columns);
            }
            catch (InvalidDataException error)
            {
                throw new InvalidDataException($"step {number + 1}: {error.Message}", error);
            }
        }

        return columns;
    }

    /// <summary>Predicts rows, in double whatever the model was fitted in.</summary>
    /// <param name="rows">rows × <see cref="Inputs"/>, row-major: the numbers that an engine would be given; NaN is missing.</param>
    /// <returns>rows × outputs, row-major: probabilities of every class, or values in the unit that the fit was given.</returns>
    /// <exception cref="ArgumentException">The length is not a whole number of rows.</exception>
    public double[] Predict(ReadOnlyMemory<double> rows)
    {
        if (rows.Length % Inputs != 0)
            throw new ArgumentException($"{rows.Length} numbers are not whole rows of {Inputs}.", nameof(rows));
        int count = rows.Length / Inputs, outputs = Check();
        double[] predictions = new double[count * outputs];
        Parallel.For(0, (count + BlockRows - 1) / BlockRows, block =>
        {
            int first = block * BlockRows, length = Math.Min(BlockRows, count - first);
            var values = new Rows(length, Inputs, rows.Slice(first * Inputs, length * Inputs).ToArray());
            foreach (Step step in Steps)
                values = step.Apply(values);
            values.Values.CopyTo(predictions, first * outputs);
        });
        return predictions;
    }
}
