using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Experiments.Report;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Wording;

namespace FrameworkBench.Results.Suite;

/// <summary>What a page calls the two sides of a comparison: their families where these differ, else their titles.</summary>
/// <param name="First">The side that a positive difference favours, such as "trees".</param>
/// <param name="Second">The other side, such as "networks".</param>
internal sealed record PairSides(string First, string Second)
{
    /// <summary>Names the sides of a pair of an experiment's models.</summary>
    internal static PairSides Of(Experiment experiment, ModelPair pair)
    {
        ExperimentModel first = Find(pair.Model), second = Find(pair.Against);
        (string one, string other) = (Family(first.Spec), Family(second.Spec));
        return one == other ? new PairSides(first.Title, second.Title) : new PairSides(one, other);

        ExperimentModel Find(string name) => experiment.Models.First(model => model.Name == name);
    }

    /// <summary>Names the sides of several models each: by their family where all of a side have it, else by their titles.</summary>
    internal static PairSides Of(IReadOnlyList<ExperimentModel> first, IReadOnlyList<ExperimentModel> second)
    {
        (string? one, string? other) = (FamilyOf(first), FamilyOf(second));
        return one is not null && other is not null && one != other ? new PairSides(one, other)
            : new PairSides(TitlesOf(first), TitlesOf(second));

        static string? FamilyOf(IReadOnlyList<ExperimentModel> side) =>
            side.Select(model => Family(model.Spec)).Distinct().ToArray() is [var only] ? only : null;

        static string TitlesOf(IReadOnlyList<ExperimentModel> side) => Phrase.Or([.. side.Select(model => model.Title)]);
    }

    /// <summary>What models of a kind are called together.</summary>
    internal static string Family(ModelSpec spec) => spec switch
    {
        TreeSpec or ForestSpec or BoostedTreesSpec => "trees",
        { IsNetwork: true } => "networks",
        LinearSpec => "linear models",
        PerceptronSpec => "perceptrons",
        ConstantSpec => "constant models",
        CustomSpec custom => custom.Algorithm,
        _ => spec.Kind.Replace('_', ' '),
    };
}
