using System.Globalization;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Experiments.Reading;

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
        Optimizer optimizer = mapping.At("optimizer")?.AsWord<Optimizer>("an optimizer") ?? Optimizer.Adam;
        TrainingSpec start = Default(mapping.At("loss")?.AsWord<Loss>("a loss") ?? suited);
        return start with
        {
            Optimizer = optimizer,
            LearningRate = mapping.At("learning_rate")?.AsNumber(NumberRange.Positive) ?? DefaultRate(optimizer),
            Epochs = mapping.At("epochs")?.AsWhole(1) ?? start.Epochs,
            BatchSize = BatchSize(mapping, optimizer),
            Shuffle = mapping.At("shuffle")?.AsFlag() ?? start.Shuffle,
            Momentum = mapping.At("momentum")?.AsNumber(NumberRange.Rate) ?? start.Momentum,
            Beta1 = mapping.At("beta1")?.AsNumber(NumberRange.Rate) ?? start.Beta1,
            Beta2 = mapping.At("beta2")?.AsNumber(NumberRange.Rate) ?? start.Beta2,
            Rho = mapping.At("rho")?.AsNumber(NumberRange.Rate) ?? start.Rho,
            Epsilon = mapping.At("epsilon")?.AsNumber(NumberRange.Positive) ?? start.Epsilon,
            WeightDecay = mapping.At("weight_decay")?.AsNumber(NumberRange.NotNegative) ?? start.WeightDecay,
            L2 = mapping.At("l2")?.AsNumber(NumberRange.NotNegative) ?? start.L2,
            EarlyStopping = mapping.At("early_stopping")?.AsMapping(Keys.EarlyStopping) is { } stopping ? EarlyStopping(stopping) : null,
        };
    }

    /// <summary>The starting points that "Neural Networks: The Foundation of Deep Learning" gives under Key Hyperparameters.</summary>
    private static double DefaultRate(Optimizer optimizer) => optimizer is Optimizer.Adam or Optimizer.Adamw or Optimizer.Rmsprop ? 0.001 : 0.01;

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
        if (value.Node is ScalarNode { Quoted: false } && int.TryParse(value.Scalar, NumberStyles.None, CultureInfo.InvariantCulture, out int rows) && rows > 0)
            return rows;
        value.Fail($"{value.Found()}; must be a number of rows of at least 1, or 'all'");
        return DefaultBatchSize;
    }

    private static EarlyStopping EarlyStopping(Mapping mapping)
    {
        var start = new EarlyStopping();
        return start with
        {
            Watch = mapping.At("watch")?.AsWord<Watch>("something to watch") ?? start.Watch,
            Patience = mapping.At("patience")?.AsWhole(1) ?? start.Patience,
            MinDelta = mapping.At("min_delta")?.AsNumber(NumberRange.NotNegative) ?? start.MinDelta,
            RestoreBest = mapping.At("restore_best")?.AsFlag() ?? start.RestoreBest,
            Rule = mapping.At("rule")?.AsWord<StoppingRule>("a stopping rule") ?? start.Rule,
        };
    }
}
