using FrameworkBench.Scratch.Networks;
using FrameworkBench.Scratch.Networks.Initializations;
using FrameworkBench.Scratch.Networks.Layers;
using FrameworkBench.Scratch.Networks.Losses;
using FrameworkBench.Scratch.Networks.Optimizers;
using FrameworkBench.Scratch.Networks.Training;

namespace FrameworkBench.Scratch.Tests.Networks;

public class XorTests
{
    [Fact]
    public void A_2_4_1_sigmoid_network_learns_xor_from_at_least_90_of_100_seeds()
    {
        var samples = new Samples<double>(Examples.XorInputs, Examples.XorTargets, 4);
        var trainer = new Trainer<double>(new TrainingOptions
        {
            Loss = Loss.BinaryCrossEntropy,
            Optimizer = new GradientDescent(0.5),
            Epochs = 2000,
        });
        int learned = 0;
        for (ulong seed = 0; seed < 100; seed++)
        {
            var network = new Network<double>(
                2,
                [
                    new Dense(4, Initialization.Normal(0.5)), new Activation(ActivationKind.Sigmoid),
                    new Dense(1, Initialization.Normal(0.5)), new Activation(ActivationKind.Sigmoid),
                ],
                seed);
            trainer.Train(network, samples);
            double[] predicted = network.Predict(samples.Inputs);
            learned += predicted.Zip(samples.Targets).All(pair => (pair.First > 0.5) == (pair.Second > 0.5)) ? 1 : 0;
        }

        Assert.InRange(learned, 90, 100);
    }
}
