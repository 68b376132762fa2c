using System.Globalization;
using System.Text;

namespace FrameworkBench.Engines.LightGbm.Native;

/// <summary>A model that grows round by round. Its datasets must outlive it.</summary>
internal sealed class Booster : IDisposable
{
    private const int WatchedDataset = 1;
    private readonly BoosterHandle handle;

    /// <summary>A model without trees.</summary>
    /// <param name="training">What it will be trained on.</param>
    /// <param name="parameters">Settings as <c>name=value</c>, separated by spaces.</param>
    /// <exception cref="LightGbmException">LightGBM refused.</exception>
    public Booster(Dataset training, string parameters) =>
        NativeMethods.Check(NativeMethods.BoosterCreate(training.Handle, parameters, out handle));

    /// <summary>Rounds in the model; one in which no tree could be split is not, unless it was the first.</summary>
    public int Rounds
    {
        get
        {
            NativeMethods.Check(NativeMethods.BoosterGetCurrentIteration(handle, out int rounds));
            return rounds;
        }
    }

    /// <summary>Rows to take a loss on after each round; once, before the first.</summary>
    public void Watch(Dataset validation) => NativeMethods.Check(NativeMethods.BoosterAddValidData(handle, validation.Handle));

    /// <summary>Grows one more round.</summary>
    /// <returns>Whether any tree was split; of a forest always true.</returns>
    public bool Grow()
    {
        NativeMethods.Check(NativeMethods.BoosterUpdateOneIter(handle, out int finished));
        return finished == 0;
    }

    /// <summary>The objective's own metric (log loss or mean squared error) on the watched rows.</summary>
    public double ValidationLoss()
    {
        NativeMethods.Check(NativeMethods.BoosterGetEval(handle, WatchedDataset, out _, out double loss));
        return loss;
    }

    /// <summary>The value of a tree's leaf, both counted from 0.</summary>
    public double LeafValue(int tree, int leaf)
    {
        NativeMethods.Check(NativeMethods.BoosterGetLeafValue(handle, tree, leaf, out double value));
        return value;
    }

    /// <summary>Predicts rows: a probability of class 1, a probability a class, or a value.</summary>
    /// <param name="inputs">rows × features.</param>
    /// <param name="rounds">Rounds that take part.</param>
    /// <param name="outputs">Predictions a row.</param>
    /// <param name="parameters">Settings of the prediction.</param>
    /// <returns>rows × outputs.</returns>
    public double[] Predict(Matrix inputs, int rounds, int outputs, string parameters)
    {
        const int Normal = 0, FromTheFirst = 0;
        double[] predictions = new double[inputs.Rows * outputs];
        NativeMethods.Check(NativeMethods.BoosterPredictForMat(
            handle, in inputs.Start, inputs.Type, inputs.Rows, inputs.Columns, Matrix.RowMajor,
            Normal, FromTheFirst, rounds, parameters, out _, predictions));
        return predictions;
    }

    /// <summary>By how much the splits on each of the features reduced the loss, in the first rounds.</summary>
    public double[] Gains(int features, int rounds)
    {
        double[] gains = new double[features];
        NativeMethods.Check(NativeMethods.BoosterFeatureImportance(handle, rounds, ImportanceType.Gain, gains));
        return gains;
    }

    /// <summary>Leaves of all trees of the first rounds.</summary>
    public long Leaves(int rounds)
    {
        const string Line = "num_leaves=";
        return Text(rounds).Split('\n')
            .Where(line => line.StartsWith(Line, StringComparison.Ordinal))
            .Sum(line => long.Parse(line.AsSpan(Line.Length), CultureInfo.InvariantCulture));
    }

    /// <inheritdoc/>
    public void Dispose() => handle.Dispose();

    // The C API counts no leaves; the model's text has a line of them for each tree.
    private string Text(int rounds)
    {
        NativeMethods.Check(NativeMethods.BoosterSaveModelToString(handle, 0, rounds, ImportanceType.Split, 0, out long size, []));
        byte[] text = new byte[size];
        NativeMethods.Check(NativeMethods.BoosterSaveModelToString(handle, 0, rounds, ImportanceType.Split, size, out _, text));
        return Encoding.UTF8.GetString(text);
    }
}
