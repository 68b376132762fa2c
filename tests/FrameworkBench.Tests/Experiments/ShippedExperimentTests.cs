using FrameworkBench.Claims;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Experiments.Splits;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Tests.Experiments;

/// <summary>The experiments of the repository.</summary>
public sealed class ShippedExperimentTests
{
    private static readonly string[] Documents =
    [
        "Neural Networks: The Foundation of Deep Learning",
        "Neural Networks Basics",
        "What Is a Neural Network?",
        "The multi-layer perceptron (AiTechWorlds)",
    ];

    private static readonly ExperimentLoader Loader = new(TestVocabulary.Real);

    [Fact]
    public void Every_lesson_is_sound_and_says_where_it_and_its_claims_come_from()
    {
        IReadOnlyList<Experiment> lessons = Loader.LoadAll(Directory.GetFiles(ExperimentFiles.Documents, "*.yaml"));

        Assert.NotEmpty(lessons);
        Assert.All(lessons, lesson =>
        {
            Assert.Contains(lesson.Source?.Document, Documents);
            Assert.NotEmpty(lesson.Question);
            Assert.NotEmpty(lesson.Claims);
            Assert.All(lesson.Claims, claim =>
            {
                Assert.Contains(claim.Source?.Document, Documents);
                Assert.NotNull(claim.Source?.Section);
            });
        });
        Assert.Distinct(lessons.SelectMany(lesson => lesson.Claims).Select(claim => claim.Id));
    }

    [Fact]
    public void Every_claim_about_tables_says_where_it_comes_from_and_those_across_tables_have_enough_of_them()
    {
        IReadOnlyList<Experiment> experiments =
            [.. Loader.LoadAll(Directory.GetFiles(Path.Combine(ExperimentFiles.Folder, "tabular"), "*.yaml"))
                .Select(experiment => experiment.At(Profile.Default))];

        Assert.Contains(experiments, experiment => experiment.Claims.Any(ClaimKinds.IsAcrossTables));
        Assert.All(experiments.SelectMany(experiment => experiment.Claims), claim =>
        {
            Assert.Contains(claim.Source?.Document, Documents);
            Assert.NotNull(claim.Source?.Section);
        });
        Assert.All(
            experiments.Where(experiment => experiment.Claims.Any(ClaimKinds.IsAcrossTables)),
            experiment => Assert.InRange(experiment.Datasets.Count, 28, 100));
    }

    [Theory]
    [InlineData(Profile.Quick)]
    [InlineData(Profile.Default)]
    public void Each_comparison_of_trees_between_engines_has_the_pairs_or_the_tables_to_decide(Profile profile)
    {
        IReadOnlyList<Experiment> trees = [.. Loader.LoadAll(Directory.GetFiles(Path.Combine(ExperimentFiles.Folder, "parity"), "*.yaml"))
            .Where(experiment => experiment.Models.Any(model => !model.Spec.IsNetwork))
            .Select(experiment => experiment.At(profile))];

        Assert.NotEmpty(trees);
        Assert.All(trees, experiment => Assert.True(
            experiment.Split.For(profile).Count >= LeastTrials.Count || experiment.Datasets.Count >= PooledEquivalence.FewestTables,
            $"{experiment.Name}: {experiment.Split.For(profile).Count} splits, {experiment.Datasets.Count} tables"));
    }

    [Fact]
    public void No_claim_is_judged_on_fewer_than_10_trials()
    {
        IReadOnlyList<Experiment> lessons = Loader.LoadAll(Directory.GetFiles(ExperimentFiles.Documents, "*.yaml"));

        Assert.All(lessons, lesson =>
        {
            SplitPlan plan = lesson.Split.For(Profile.Default);
            int repeats = plan is LearningCurve curve ? curve.Repeats : plan.Count;
            Assert.All(lesson.Models, model => Assert.InRange(repeats * model.Seeds.For(Profile.Default), 10, 100));
        });
    }

    [Fact]
    public void The_xor_lesson_has_the_documents_settings()
    {
        Experiment xor = Lesson("xor");

        Assert.Equal(["xor"], xor.Datasets);
        Assert.Equal(new AllRows(), xor.Split.For(Profile.Default));
        Assert.Equal(
            ["gradient-descent", "small-steps", "small-steps-long", "small-weights", "adam"], xor.Models.Select(model => model.Name));
        NetworkSpec network = Assert.IsType<NetworkSpec>(xor.Models[0].Spec);
        Assert.Equal(
            new NetworkSpec
            {
                Layers =
                [
                    new DenseLayer { Units = 4, Activation = Activation.Sigmoid, Init = new(InitializationKind.Normal, 0.5) },
                    new DenseLayer { Units = 1, Activation = Activation.Sigmoid, Init = new(InitializationKind.Normal, 0.5) },
                ],
                Train = new() { Loss = Loss.BinaryCrossEntropy, Optimizer = Optimizer.GradientDescent, LearningRate = 0.5, Epochs = 2000 },
            },
            network);
        Assert.Equal(network with { Train = network.Train with { LearningRate = 0.1, Epochs = 1000 } }, xor.Models[1].Spec);
    }

    [Fact]
    public void The_keras_lesson_has_keras_conventions()
    {
        ExperimentModel model = Lesson("iris-regularised").Models[0];

        NetworkSpec network = Assert.IsType<NetworkSpec>(model.Spec);
        Assert.Equal(
            [
                new DenseLayer { Units = 64, Activation = Activation.Relu, Init = new(InitializationKind.HeNormal) },
                new BatchNormLayer { Momentum = 0.01, Epsilon = 1e-3 },
                new DropoutLayer { Rate = 0.3 },
                new DenseLayer { Units = 32, Activation = Activation.Relu, Init = new(InitializationKind.XavierUniform) },
                new DropoutLayer { Rate = 0.2 },
                new DenseLayer
                {
                    Units = DenseLayer.OutputUnits,
                    Activation = Activation.Softmax,
                    Init = new(InitializationKind.XavierUniform),
                },
            ],
            network.Layers);
        Assert.Equal((16, 1e-7, 100), (network.Train.BatchSize, network.Train.Epsilon, network.Train.Epochs));
        Assert.Equal(new EarlyStopping
        {
            Watch = Watch.ValidationLoss,
            Patience = 10,
            RestoreBest = true,
            Rule = StoppingRule.Keras,
        }, network.Train.EarlyStopping);
        Assert.Equal(new ValidationSetting(new ValidationPlan(0.2, ValidationSelection.Last), FromSeed: false), model.Validation);
    }

    [Fact]
    public void The_digits_lesson_stops_by_scikit_learns_rules()
    {
        ExperimentModel model = Lesson("digits-early-stopping").Models[0];

        TrainingSpec train = Assert.IsType<NetworkSpec>(model.Spec).Train;
        Assert.Equal(
            new EarlyStopping
            {
                Watch = Watch.ValidationAccuracy,
                Patience = 10,
                MinDelta = 1e-4,
                RestoreBest = true,
                Rule = StoppingRule.Sklearn,
            },
            train.EarlyStopping);
        Assert.Equal((200, 1e-4, 1e-8, 500), (train.BatchSize, train.L2, train.Epsilon, train.Epochs));
        Assert.True(model.Validation?.FromSeed);
        Assert.Equal(new HoldOut(0.2, 42, Stratified: true), Lesson("digits-early-stopping").Split.For(Profile.Default));
    }

    private static Experiment Lesson(string name) => Loader.Load(Path.Combine(ExperimentFiles.Documents, name + ".yaml"));
}
