using System.Text.Json;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Protocol.Tests.Messages;

public sealed class MessageTests
{
    [Fact]
    public void A_network_is_written_in_the_words_of_the_protocol_page()
    {
        var network = new NetworkSpec
        {
            Layers =
            [
                new DenseLayer
                {
                    Units = 4,
                    Activation = Activation.LeakyRelu,
                    Slope = 0.1,
                    Init = new Initialization(InitializationKind.Normal, 0.5),
                },
                new DropoutLayer { Rate = 0.3 },
                new BatchNormLayer(),
            ],
            Train = new TrainingSpec
            {
                Loss = Loss.BinaryCrossEntropy,
                Optimizer = Optimizer.Rmsprop,
                LearningRate = 0.1,
                Epochs = 5,
                EarlyStopping = new EarlyStopping(),
            },
        };

        string line = ProtocolJson.Write<ModelSpec>(network);

        Assert.Equal(
            """{"kind":"network","layers":[{"layer":"dense","units":4,"activation":"leaky_relu","slope":0.1"""
            + ""","init":{"kind":"normal","scale":0.5}},{"layer":"dropout","rate":0.3}"""
            + """,{"layer":"batch_norm","momentum":0.1,"epsilon":1E-05}]"""
            + ""","train":{"loss":"binary_cross_entropy","optimizer":"rmsprop","learning_rate":0.1"""
            + ""","epochs":5,"shuffle":true,"momentum":0.9,"beta1":0.9,"beta2":0.999"""
            + ""","rho":0.99,"epsilon":1E-08,"weight_decay":0,"l2":0"""
            + ""","early_stopping":{"watch":"validation_loss","patience":10,"min_delta":0,"restore_best":true,"rule":"keras"}}"""
            + ""","dropout_at_inference":false,"ensemble":1}""",
            line);
    }

    private static readonly CustomSpec Own = new()
    {
        Algorithm = "nearest-centroid",
        Parameters =
            new Dictionary<string, JsonElement> { ["metric"] = JsonElement.Parse("\"l1\""), ["shrinkage"] = JsonElement.Parse("0.5") },
    };

    public static TheoryData<string, ModelSpec> Written => new()
    {
        { """{"kind":"constant"}""", new ConstantSpec() },
        {
            """{"kind":"perceptron","init":{"kind":"zero","scale":0},"bias":true,"fires_at_zero":false,"learning_rate":0.1,"""
                + "\"epochs\":100,\"stop_when_error_free\":false}",
            new PerceptronSpec()
        },
        { """{"kind":"linear","l2":1,"max_iterations":1000}""", new LinearSpec() },
        { """{"kind":"tree","max_depth":3}""", new TreeSpec { MaxDepth = 3 } },
        { """{"kind":"forest","trees":50}""", new ForestSpec { Trees = 50 } },
        { """{"kind":"boosted_trees","rounds":20,"learning_rate":0.3}""", new BoostedTreesSpec { Rounds = 20, LearningRate = 0.3 } },
        { """{"kind":"principal_components","components":2}""", new PrincipalComponentsSpec { Components = 2 } },
        { """{"kind":"custom","algorithm":"nearest-centroid","parameters":{"metric":"l1","shrinkage":0.5}}""", Own },
    };

    [Theory]
    [MemberData(nameof(Written))]
    public void Models_keep_the_text_that_stored_trials_are_known_by(string line, ModelSpec model) =>
        Assert.Equal(line, ProtocolJson.Write(model));

    [Fact]
    public void Models_of_one_algorithm_differ_by_their_parameters()
    {
        Assert.NotEqual(Own, Own with { Parameters = new Dictionary<string, JsonElement>() });
        Assert.NotEqual(Own, Own with
        {
            Parameters = new Dictionary<string, JsonElement>(Own.Parameters) { ["metric"] = JsonElement.Parse("\"l2\"") },
        });
    }

    public static TheoryData<ModelSpec> Models =>
    [
        new ConstantSpec(),
        new PerceptronSpec { FiresAtZero = true, Init = new Initialization(InitializationKind.Normal, 0.01) },
        new LinearSpec { L2 = 0.5 },
        new TreeSpec { MaxDepth = 3 },
        new ForestSpec { Trees = 50 },
        new BoostedTreesSpec { Rounds = 20, LearningRate = 0.3 },
        new PrincipalComponentsSpec { Components = 2 },
        Own,
        new NetworkSpec
        {
            Layers =
            [
                new DenseLayer { Units = 3 }, new ActivationLayer { Activation = Activation.Gelu }, new BatchNormLayer(),
                new DropoutLayer { Rate = 0.1 },
            ],
            Train = new TrainingSpec
            {
                Loss = Loss.MeanSquaredError,
                Optimizer = Optimizer.Adamw,
                LearningRate = 0.01,
                Epochs = 2,
                BatchSize = 8,
            },
        },
    ];

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_that_is_written_is_read_again_as_the_same(ModelSpec model) =>
        Assert.Equal(model, ProtocolJson.Read<ModelSpec>(ProtocolJson.Write(model)));

    [Fact]
    public void Numbers_that_are_not_finite_travel_as_words()
    {
        string line = ProtocolJson.Write<Reply>(
            new ProgressReply { Id = "1", Epoch = 3, Loss = double.NaN, ValidationLoss = double.PositiveInfinity });

        Assert.Equal("""{"type":"progress","id":"1","epoch":3,"loss":"NaN","validation_loss":"Infinity"}""", line);
        Assert.True(double.IsNaN(((ProgressReply)ProtocolJson.Read<Reply>(line)).Loss!.Value));
    }

    [Fact]
    public void Members_of_a_later_version_are_passed_over_and_the_type_may_stand_anywhere()
    {
        var reply = ProtocolJson.Read<Reply>("""{"id":"7","missing":"layer x","colour":"red","type":"unsupported"}""");

        Assert.Equal(new UnsupportedReply("7", "layer x"), reply);
    }

    [Theory]
    [InlineData("""{"type":"dance"}""")]
    [InlineData("""{"type":"progress"}""")]
    [InlineData("Epoch 1/10")]
    [InlineData("[]")]
    public void What_is_not_a_reply_is_refused(string line) =>
        Assert.ThrowsAny<Exception>(() => ProtocolJson.Read<Reply>(line))
            .ShouldBeJsonProblem();

    [Fact]
    public void Open_layer_widths_are_filled_in()
    {
        var network = new NetworkSpec
        {
            Layers =
            [
                new DenseLayer { Units = 4 }, new DenseLayer { Units = DenseLayer.OutputUnits, Between = 0.5 },
                new DenseLayer { Units = DenseLayer.OutputUnits, Between = 0.1 }, new DenseLayer { Units = DenseLayer.OutputUnits },
            ],
            Train = new TrainingSpec { Loss = Loss.MeanSquaredError, Optimizer = Optimizer.Sgd, LearningRate = 1, Epochs = 1 },
        };

        Assert.Equal([4, 8, 4, 3], network.WithWidths(13, 3).Layers.Cast<DenseLayer>().Select(layer => layer.Units));
    }
}

internal static class ExceptionAssertions
{
    public static void ShouldBeJsonProblem(this Exception error) =>
        Assert.True(error is JsonException or NotSupportedException, error.ToString());
}
