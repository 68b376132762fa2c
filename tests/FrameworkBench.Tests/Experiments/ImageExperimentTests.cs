using FrameworkBench.Datasets.Splits;
using FrameworkBench.Experiments;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Tests.Experiments;

/// <summary>Experiments on images, and those whose models give back their inputs.</summary>
public sealed class ImageExperimentTests
{
    [Fact]
    public void Images_are_shown_of_a_table_of_images_that_was_published_in_two_parts()
    {
        Experiment experiment = new ExperimentLoader(TestVocabulary.Real).Parse(
            "images.yaml",
            """
            dataset: mnist
            split: published
            report: {image_grid: true}
            models: {line: {kind: linear}}
            """);

        Assert.True(experiment.Report.ImageGrid);
        Assert.Equal(new PublishedRows(), experiment.Split.For(Profile.Default));
    }

    [Fact]
    public void Models_that_reconstruct_their_inputs_are_read()
    {
        Experiment experiment = new ExperimentLoader(TestVocabulary.Real).Load(ExperimentFiles.Reconstruction);

        Assert.True(experiment.Reconstructs);
        Assert.Equal(new PrincipalComponentsSpec { Components = 4 }, experiment.Models[0].Spec);
        NetworkSpec network = Assert.IsType<NetworkSpec>(experiment.Models[1].SpecFor(TaskKind.Reconstruction));
        Assert.Equal(new DenseLayer { Units = DenseLayer.OutputUnits, Activation = Activation.Linear }, network.Layers[^1]);
        Assert.Equal(Loss.MeanSquaredError, network.Train.Loss);
        Assert.All(
            experiment.Report.Also.Append(experiment.Report.Metric!),
            metric => Assert.Equal(metric.Name == "code_accuracy", metric.NeedsTraining));
    }
}
