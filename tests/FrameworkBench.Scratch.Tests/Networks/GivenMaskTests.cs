using FrameworkBench.Scratch.Networks;
using FrameworkBench.Scratch.Networks.Layers;
using FrameworkBench.Scratch.Networks.Losses;
using FrameworkBench.Scratch.Networks.Optimizers;
using FrameworkBench.Scratch.Networks.Training;

namespace FrameworkBench.Scratch.Tests.Networks;

/// <summary>Dropout by masks that are given and not drawn.</summary>
public class GivenMaskTests
{
    private const int Rows = 10;
    private const int Units = 3;
    private const int Epochs = 2;

    private static TrainingOptions Options => new()
    {
        Loss = Loss.MeanSquaredError,
        Optimizer = new GradientDescent(0.1),
        Epochs = Epochs,
        BatchSize = 4,
        Shuffle = false,
    };

    [Fact]
    public void A_unit_that_is_always_dropped_learns_nothing_and_the_others_do()
    {
        (double[] before, double[] after, _) = Train([Masks((_, unit) => unit != 0)]);

        for (int weight = 0; weight < before.Length; weight++)
            Assert.Equal(weight % Units == 0, before[weight] == after[weight]);
    }

    [Fact]
    public void A_mask_belongs_to_one_visit_of_one_row()
    {
        (_, _, double[] all) = Train([Masks((_, _) => true)]);
        (_, _, double[] butOne) = Train([Masks((visit, unit) => visit != Rows || unit != 1)]);

        Assert.Equal(all[0], butOne[0]);
        Assert.NotEqual(all[1], butOne[1]);
    }

    [Fact]
    public void Masks_of_another_number_of_layers_are_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Train([Masks((_, _) => true), Masks((_, _) => true)]));

        Assert.Equal("The network has 1 dropout layers; masks are given for 2. (Parameter 'masks')", error.Message);
    }

    [Fact]
    public void Masks_that_end_before_the_training_are_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Train([new bool[59]]));

        Assert.Equal("The masks of dropout layer 1 have 59 values; training needs 60. (Parameter 'masks')", error.Message);
    }

    private static bool[] Masks(Func<int, int, bool> keeps) =>
        [.. Enumerable.Range(0, Epochs * Rows * Units).Select(place => keeps(place / Units, place % Units))];

    // The weights into the hidden units, inputs × units, before and after, and the losses of the epochs.
    private static (double[] Before, double[] After, double[] Losses) Train(bool[][] masks)
    {
        var network = new Network<double>(
            2, [new Dense(Units), new Activation(ActivationKind.Tanh), new Dropout(0.4), new Dense(1)], seed: 1);
        double[] before = network.GetParameters()[0];
        var samples = new Samples<double>(Examples.Gaussians(2 * Rows, 2), Examples.Gaussians(Rows, 3), Rows);
        TrainingResult result = new Trainer<double>(Options with { DropoutMasks = masks }).Train(network, samples);
        return (before, network.GetParameters()[0], [.. result.History.Select(epoch => epoch.TrainingLoss)]);
    }
}
