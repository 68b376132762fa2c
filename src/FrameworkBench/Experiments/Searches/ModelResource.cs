using FrameworkBench.Protocol.Models;
using FrameworkBench.Protocol.Models.Tabular;

namespace FrameworkBench.Experiments.Searches;

/// <summary>What of a model's fit can be cut short: the epochs of a network, the rounds of boosted trees, the trees of a forest.</summary>
public static class ModelResource
{
    /// <summary>
    /// The key that says how much of it a kind of model gets, such as <c>train.epochs</c>; null for a kind that has none.
    /// </summary>
    public static string? KeyOf(ModelSpec model) => model switch
    {
        NetworkSpec => "train.epochs",
        RealMlpSpec or TabMSpec => "epochs",
        BoostedTreesSpec => "rounds",
        ForestSpec => "trees",
        _ => null,
    };

    /// <summary>How much of it a model gets; null when the kind has none, or when the framework decides.</summary>
    public static int? Of(ModelSpec model) => model switch
    {
        NetworkSpec network => network.Train.Epochs,
        RealMlpSpec realMlp => realMlp.Epochs,
        TabMSpec tabM => tabM.Epochs,
        BoostedTreesSpec boosted => boosted.Rounds,
        ForestSpec forest => forest.Trees,
        _ => null,
    };

    /// <summary>The model with a share of its resource, rounded up.</summary>
    /// <param name="model">The model.</param>
    /// <param name="share">Above 0, at most 1.</param>
    /// <exception cref="ArgumentException">The model has no resource, or does not say how much.</exception>
    public static ModelSpec Cut(ModelSpec model, double share)
    {
        int whole = Of(model)
            ?? throw new ArgumentException($"The {model?.Kind} does not say how much it gets of what could be cut.", nameof(model));
        int part = Math.Max(1, (int)Math.Ceiling((whole * share) - 1e-9));
        return model switch
        {
            NetworkSpec network => network with { Train = network.Train with { Epochs = part } },
            RealMlpSpec realMlp => realMlp with { Epochs = part },
            TabMSpec tabM => tabM with { Epochs = part },
            BoostedTreesSpec boosted => boosted with { Rounds = part },
            ForestSpec forest => forest with { Trees = part },
            _ => model,
        };
    }
}
