using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Protocol.Models.Tabular;

namespace FrameworkBench.Engines.Conformance;

/// <summary>Small models of every kind.</summary>
internal static class TinyModels
{
    /// <summary>The kinds that the protocol knows.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        ConstantSpec.KindName, PerceptronSpec.KindName, LinearSpec.KindName, NetworkSpec.KindName,
        TreeSpec.KindName, ForestSpec.KindName, BoostedTreesSpec.KindName, PrincipalComponentsSpec.KindName,
        RealMlpSpec.KindName, TabMSpec.KindName, CustomSpec.KindName,
    ];

    /// <summary>A model of an algorithm that no engine has.</summary>
    public static CustomSpec Unknown { get; } = new() { Algorithm = "no-such-algorithm" };

    /// <summary>How wide the codes of reconstructions are.</summary>
    public const int CodeWidth = 2;

    /// <summary>The kinds that may take missing values and categories as they are.</summary>
    public static IReadOnlyList<string> TreeKinds { get; } = [TreeSpec.KindName, ForestSpec.KindName, BoostedTreesSpec.KindName];

    /// <summary>
    /// Whether a kind is for a task: a perceptron separates two classes, trees and a perceptron have one output, components reconstruct.
    /// </summary>
    public static bool AreFor(string kind, TaskKind task) => kind switch
    {
        PerceptronSpec.KindName => task == TaskKind.Binary,
        PrincipalComponentsSpec.KindName => task == TaskKind.Reconstruction,
        RealMlpSpec.KindName or TabMSpec.KindName => task != TaskKind.Reconstruction,
        _ => task != TaskKind.Reconstruction || !TreeKinds.Contains(kind),
    };

    /// <summary>A small model of a kind.</summary>
    public static ModelSpec Of(string kind, TaskKind task, Capabilities capabilities) => kind switch
    {
        ConstantSpec.KindName => new ConstantSpec(),
        PerceptronSpec.KindName => new PerceptronSpec { Epochs = 5 },
        LinearSpec.KindName => new LinearSpec(),
        NetworkSpec.KindName => Network(task, capabilities),
        TreeSpec.KindName => new TreeSpec { MaxDepth = 3 },
        ForestSpec.KindName => new ForestSpec { Trees = 5 },
        BoostedTreesSpec.KindName => new BoostedTreesSpec { Rounds = 5 },
        PrincipalComponentsSpec.KindName => new PrincipalComponentsSpec { Components = CodeWidth },
        RealMlpSpec.KindName => new RealMlpSpec { Hidden = [8], Epochs = 4, BatchSize = 16 }.For(task),
        TabMSpec.KindName => new TabMSpec { Members = 4, Hidden = [8], Epochs = 4, BatchSize = 16 },
        CustomSpec.KindName => capabilities.Algorithms is [var algorithm, ..] ? new CustomSpec { Algorithm = algorithm } : Unknown,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a model kind"),
    };

    /// <summary>One hidden layer of five units and the output that belongs to the task.</summary>
    public static NetworkSpec Network(TaskKind task, Capabilities capabilities)
    {
        Activation hidden = HiddenActivations.FirstOrDefault(capabilities.Activations.Contains);
        return Network(task, capabilities, new DenseLayer { Units = task == TaskKind.Reconstruction ? CodeWidth : 5, Activation = hidden });
    }

    /// <summary>The given hidden layers and the output that belongs to the task.</summary>
    public static NetworkSpec Network(TaskKind task, Capabilities capabilities, params IEnumerable<LayerSpec> hidden) => new()
    {
        Layers = [.. hidden, Output(task)],
        Train = new TrainingSpec
        {
            Loss = LossOf(task),
            Optimizer = capabilities.Optimizers.Contains(Optimizer.Sgd) ? Optimizer.Sgd : capabilities.Optimizers[0],
            LearningRate = 0.05,
            Epochs = 6,
            BatchSize = 16,
        },
    };

    /// <summary>The loss that belongs to a task.</summary>
    public static Loss LossOf(TaskKind task) => task switch
    {
        TaskKind.Binary => Loss.BinaryCrossEntropy,
        TaskKind.Multiclass => Loss.CategoricalCrossEntropy,
        _ => Loss.MeanSquaredError,
    };

    /// <summary>The task that a loss belongs to.</summary>
    public static TaskKind TaskOf(Loss loss) => Enum.GetValues<TaskKind>().First(task => LossOf(task) == loss);

    /// <summary>The weights and biases, scales and shifts of a network on the tiny data.</summary>
    public static long Parameters(NetworkSpec network)
    {
        long count = 0;
        int width = TinyData.Columns;
        foreach (LayerSpec layer in network.Layers)
        {
            if (layer is DenseLayer dense)
            {
                count += (width + 1L) * dense.Units;
                width = dense.Units;
            }
            else if (layer is BatchNormLayer)
            {
                count += 2L * width;
            }
        }

        return count;
    }

    private static IReadOnlyList<Activation> HiddenActivations { get; } = [Activation.Tanh, Activation.Relu, Activation.Sigmoid];

    private static DenseLayer Output(TaskKind task) => task switch
    {
        TaskKind.Binary => new DenseLayer { Units = 1, Activation = Activation.Sigmoid },
        TaskKind.Multiclass => new DenseLayer { Units = 3, Activation = Activation.Softmax },
        TaskKind.Reconstruction => new DenseLayer { Units = TinyData.Columns, Activation = Activation.Linear },
        _ => new DenseLayer { Units = 1, Activation = Activation.Linear },
    };
}
