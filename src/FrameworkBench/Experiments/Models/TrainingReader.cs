using System.Globalization;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Reading;

namespace FrameworkBench.Experiments.Models;

/// <summary>Reads how a network is trained. What is not said takes the defaults of docs/model-spec.md.</summary>
internal static class TrainingReader
{
    private const int DefaultEpochs = 100;
    private const int DefaultBatchSize = 32;

    /// <summary>The training of a network whose <c>train</c> is absent.</summary>
    /// <param name="loss">The loss that suits the output layer.</param>
    public static TrainingSpec Default(Loss loss) => new()
    {
        Loss = loss,
        Optimizer = Optimizer.Adam,
        LearningRate = DefaultRate(Optimizer.Adam),
        Epochs = DefaultEpochs,
        BatchSize = DefaultBatchSize,
    };

    /// <summary>Reads <c>train</c>.</summary>
    /// <param name="mapping">Its keys.</param>
    /// <param name="suited">The loss that suits the output layer, taken when none is named.</param>
    public static TrainingSpec Read(Mapping mapping, Loss suited)
    {
        Optimizer optimizer = mapping.Word<Optimizer>("optimizer");
        TrainingSpec read = mapping.Into(
            Default(mapping.At("loss")?.AsWord<Loss>() ?? suited),
            "epochs", "shuffle", "momentum", "beta1", "beta2", "rho", "epsilon", "weight_decay", "l2");
        return read with
        {
            Optimizer = optimizer,
            LearningRate = mapping.At("learning_rate")?.AsNumber() ?? DefaultRate(optimizer),
            BatchSize = BatchSize(mapping, optimizer),
            EarlyStopping = mapping.At("early_stopping")?.AsMapping() is { } stopping ? EarlyStopping(stopping) : null,
        };
    }

    /// <summary>The starting points that "Neural Networks: The Foundation of Deep Learning" gives under Key Hyperparameters.</summary>
    private static double DefaultRate(Optimizer optimizer) => optimizer is Optimizer.Adam or Optimizer.Adamw or Optimizer.Rmsprop
        ? 0.001 : 0.01;

    private static int? BatchSize(Mapping mapping, Optimizer optimizer)
    {
        Value? value = mapping.At("batch_size");
        if (optimizer == Optimizer.GradientDescent)
        {
            if (value is not null and not { Scalar: "all" })
                value.Fail("gradient_descent takes all rows at once; remove batch_size, or use sgd");
            return null;
        }

        if (value is null)
            return DefaultBatchSize;
        if (value.Scalar == "all")
            return null;
        if (value.Node is ScalarNode { Quoted: false }
            && int.TryParse(value.Scalar, NumberStyles.None, CultureInfo.InvariantCulture, out int rows) && rows > 0)
            return rows;
        value.Fail($"{value.Found()}; must be a number of rows of at least 1, or 'all'");
        return DefaultBatchSize;
    }

    private static EarlyStopping EarlyStopping(Mapping mapping) =>
        mapping.Into(new EarlyStopping(), "patience", "min_delta", "restore_best") with
        {
            Watch = mapping.Word<Watch>("watch"),
            Rule = mapping.Word<StoppingRule>("rule"),
        };
}
