using FrameworkBench.Experiments;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Tests.Experiments;

public sealed class ExperimentLoaderTests
{
    private static readonly ExperimentLoader Loader = new(TestVocabulary.Instance);

    [Fact]
    public void The_xor_lesson_is_read_with_its_exact_settings()
    {
        Experiment xor = Loader.Load(Path.Combine(RepositoryFiles.Root, "experiments", "documents", "xor.yaml"));

        Assert.Equal("xor", xor.Name);
        Assert.Equal(["xor"], xor.Datasets);
        Assert.Equal(["gradient-descent", "small-steps", "adam"], xor.Models.Select(model => model.Name));
        Assert.Equal(
            new NetworkSpec
            {
                Layers =
                [
                    new DenseLayer { Units = 4, Activation = Activation.Sigmoid, Init = new(InitialisationKind.Normal, 0.5) },
                    new DenseLayer { Units = 1, Activation = Activation.Sigmoid, Init = new(InitialisationKind.Normal, 0.5) },
                ],
                Train = new() { Loss = Loss.BinaryCrossEntropy, Optimizer = Optimizer.GradientDescent, LearningRate = 0.5, Epochs = 2000 },
            },
            xor.Models[0].Spec);
        Assert.Equal(100, xor.Models[0].Seeds.For(Profile.Default));
    }
}
