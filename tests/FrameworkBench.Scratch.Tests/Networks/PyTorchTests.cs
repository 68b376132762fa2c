using FrameworkBench.Scratch.Networks;
using FrameworkBench.Scratch.Networks.Layers;
using FrameworkBench.Scratch.Networks.Losses;
using FrameworkBench.Scratch.Networks.Optimizers;
using FrameworkBench.Scratch.Networks.Training;

namespace FrameworkBench.Scratch.Tests.Networks;

public class PyTorchTests
{
    public static TheoryData<string> LayerCases => Names("layers.json");

    public static TheoryData<string> OptimizerCases => Names("optimizers.json");

    public static TheoryData<string> CurveCases => Names("curves.json");

    [Theory]
    [MemberData(nameof(LayerCases))]
    public void Outputs_losses_and_gradients_are_PyTorchs(string name)
    {
        Golden golden = Case("layers.json", name);
        int rows = golden.Whole("rows");
        bool training = golden.Whole("training") == 1;
        var network = new Network<double>(golden.Whole("inputs"), GoldenNetworks.Layers(golden));
        network.SetParameters(golden.Arrays("parameters"));
        SetStatistics(network, golden.Array("statistics_before"));
        network.Reserve(rows);

        var mode = new ForwardMode(training, null);
        double[] output = network.Forward(golden.Array("x"), rows, network.Layers.Length, mode)[..(rows * network.Outputs)].ToArray();
        GoldenNetworks.AssertClose(golden.Array("output"), output, 1e-13, "output");
        GoldenNetworks.AssertClose(golden.Array("statistics_after"), Statistics(network), 1e-13, "statistics");

        var loss = LossFunction<double>.Create(Enum.Parse<Loss>(golden.Text("loss")), network.Definitions[^1]);
        double value = network.Learn(golden.Array("x"), golden.Array("y"), rows, loss, mode);
        Assert.Equal(golden.Number("value"), value, 1e-12);
        double[] gradients = [.. golden.Arrays("gradients").SelectMany(array => array)];
        GoldenNetworks.AssertClose(gradients, network.Gradients.Span, 1e-12, "gradients");
    }

    [Theory]
    [MemberData(nameof(OptimizerCases))]
    public void Steps_of_every_optimizer_are_PyTorchs(string name)
    {
        var file = Golden.Read("optimizers.json");
        Golden golden = Case("optimizers.json", name);
        OptimizerDefinition optimizer = name switch
        {
            "GradientDescent" => new GradientDescent(0.1),
            "Momentum" => new Momentum(0.1, 0.8),
            "Nesterov" => new Momentum(0.1, 0.8, Nesterov: true),
            "RmsProp" => new RmsProp(0.02, 0.95, 1e-6),
            "Adam" => new Adam(0.05, 0.85, 0.99, 1e-7),
            _ => new AdamW(0.05, 0.85, 0.99, 1e-7, 0.1),
        };
        var network = new Network<double>(file.Whole("inputs"), GoldenNetworks.Layers(file));
        network.SetParameters(golden.Arrays("parameters"));
        var trainer = new Trainer<double>(new TrainingOptions
        {
            Loss = Loss.CategoricalCrossEntropy,
            Optimizer = optimizer,
            Epochs = file.Whole("steps"),
        });
        TrainingResult result = trainer.Train(network, new Samples<double>(file.Array("x"), file.Array("y"), file.Whole("rows")));

        GoldenNetworks.AssertClose(golden.Array("losses"), [.. result.History.Select(epoch => epoch.TrainingLoss)], 1e-12, "losses");
        double[] after = [.. golden.Arrays("parameters_after").SelectMany(array => array)];
        GoldenNetworks.AssertClose(after, network.Parameters.Span, 1e-12, "parameters");
        GoldenNetworks.AssertClose(golden.Array("statistics_after"), Statistics(network), 1e-12, "statistics");
        GoldenNetworks.AssertClose(golden.Array("output"), network.Predict(file.Array("x")), 1e-12, "output");
    }

    [Theory]
    [MemberData(nameof(CurveCases))]
    public void Loss_curves_from_given_weights_and_batch_order_are_PyTorchs(string name)
    {
        Golden golden = Case("curves.json", name);
        var network = new Network<double>(golden.Whole("inputs"), GoldenNetworks.Layers(golden));
        network.SetParameters(golden.Arrays("parameters"));
        TrainingResult result = new Trainer<double>(CurveOptions(golden)).Train(
            network,
            new Samples<double>(golden.Array("x"), golden.Array("y"), golden.Whole("rows")),
            new Samples<double>(golden.Array("validation_x"), golden.Array("validation_y"), golden.Whole("validation_rows")));

        GoldenNetworks.AssertClose(golden.Array("losses"), [.. result.History.Select(epoch => epoch.TrainingLoss)], 1e-9, "training");
        GoldenNetworks.AssertClose(
            golden.Array("validation_losses"), [.. result.History.Select(epoch => epoch.ValidationLoss)], 1e-9, "validation");
        GoldenNetworks.AssertClose(golden.Array("output"), network.Predict(golden.Array("validation_x")), 1e-9, "output");
    }

    [Theory]
    [MemberData(nameof(CurveCases))]
    public void Float_networks_follow_the_same_loss_curves(string name)
    {
        Golden golden = Case("curves.json", name);
        var network = new Network<float>(golden.Whole("inputs"), GoldenNetworks.Layers(golden));
        network.SetParameters([.. golden.Arrays("parameters").Select(Single)]);
        TrainingResult result = new Trainer<float>(CurveOptions(golden)).Train(
            network, new Samples<float>(Single(golden.Array("x")), Single(golden.Array("y")), golden.Whole("rows")));

        GoldenNetworks.AssertClose(golden.Array("losses"), [.. result.History.Select(epoch => epoch.TrainingLoss)], 1e-4, "training");
    }

    private static TrainingOptions CurveOptions(Golden golden) => new()
    {
        Loss = Loss.CategoricalCrossEntropy,
        Optimizer = golden.Text("optimizer") == "Adam 0.01" ? new Adam(0.01) : new GradientDescent(0.05),
        Epochs = golden.Whole("epochs"),
        BatchSize = golden.Whole("batch"),
        BatchOrder = golden.Whole("batch") == 0 ? null : golden.WholeArrays("order"),
    };

    private static TheoryData<string> Names(string file) => new(Golden.Read(file)["cases"].Items.Select(item => item.Text("name")));

    private static Golden Case(string file, string name) =>
        Golden.Read(file)["cases"].Items.Single(item => item.Text("name") == name);

    private static float[] Single(double[] values) => [.. values.Select(value => (float)value)];

    private static double[] Statistics(Network<double> network) =>
        [.. network.Layers.SelectMany(layer => layer.Statistics.ToArray())];

    private static void SetStatistics(Network<double> network, double[] statistics)
    {
        int offset = 0;
        foreach (Layer<double> layer in network.Layers)
        {
            statistics.AsSpan(offset, layer.Statistics.Length).CopyTo(layer.Statistics);
            offset += layer.Statistics.Length;
        }
    }
}
