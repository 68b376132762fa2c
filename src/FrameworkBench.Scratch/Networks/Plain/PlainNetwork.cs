using FrameworkBench.Scratch.Networks.Losses;

namespace FrameworkBench.Scratch.Networks.Plain;

/// <summary>
/// A whole neural network in plain loops, one row at a time: nothing here is fast, everything here is a formula of
/// docs/model-spec.md. The tests hold <see cref="Network{T}"/>, its layers, losses and optimizers to it.
/// </summary>
/// <param name="layers">The layers, from the input to the output.</param>
public sealed class PlainNetwork(params PlainLayer[] layers)
{
    /// <summary>All that is learned, layer by layer.</summary>
    public IEnumerable<PlainParameter> Parameters => layers.SelectMany(layer => layer.Parameters);

    /// <summary>The outputs for one row: each layer takes what the layer before it gave.</summary>
    /// <param name="row">The inputs.</param>
    /// <param name="training">Whether dropout drops.</param>
    public double[] Forward(double[] row, bool training = false)
    {
        double[] values = row;
        foreach (PlainLayer layer in layers)
            values = layer.Forward(values, training);
        return values;
    }

    /// <summary>
    /// The mean loss of a batch, and its gradient in every parameter: the chain rule, from the last layer to the first
    /// (Rumelhart, Hinton and Williams 1986).
    /// </summary>
    public double Backward(double[][] inputs, double[][] targets, Loss loss)
    {
        foreach (PlainParameter parameter in Parameters)
            Array.Clear(parameter.Gradient);
        double sum = 0;
        for (int row = 0; row < inputs.Length; row++)
        {
            double[] predictions = Forward(inputs[row], training: true);
            sum += PlainLoss.Of(loss, predictions, targets[row], out double[] slopes);
            double[] gradient = Array.ConvertAll(slopes, slope => slope / inputs.Length);
            foreach (PlainLayer layer in layers.Reverse())
                gradient = layer.Backward(gradient);
        }

        return sum / inputs.Length;
    }

    /// <summary>Learns from one batch: forward, loss, backward, then one step of every parameter.</summary>
    /// <returns>The loss before the step.</returns>
    public double Learn(double[][] inputs, double[][] targets, Loss loss, PlainOptimizer optimizer)
    {
        double value = Backward(inputs, targets, loss);
        optimizer.Step(Parameters);
        return value;
    }
}
