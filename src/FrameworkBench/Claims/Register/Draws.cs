using System.Globalization;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Experiments;
using FrameworkBench.Trials;

namespace FrameworkBench.Claims.Register;

/// <summary>What chance enters an experiment by: which rows are drawn to test on, and which seeds fit the models.</summary>
/// <param name="RandomState">Seed by which the rows are divided; null where they are not drawn.</param>
/// <param name="FirstSeed">The first seed of a model.</param>
/// <param name="Seeds">How many seeds there are, at least 1.</param>
public sealed record Draws(uint? RandomState, long FirstSeed, int Seeds)
{
    private const string NotDrawn = "-";

    /// <summary>The draws of a plan.</summary>
    /// <param name="split">How rows are divided.</param>
    /// <param name="firstSeed">The first seed.</param>
    /// <param name="seeds">How many seeds there are, at most, of a model on all splits.</param>
    public static Draws Of(SplitPlan split, long firstSeed, int seeds) => new(
        split switch
        {
            HoldOut plan => plan.RandomState,
            KFold { Shuffle: true } plan => plan.RandomState,
            LearningCurve plan => plan.RandomState,
            _ => null,
        },
        firstSeed,
        seeds);

    /// <summary>The draws of an experiment, over all its models; every split has seeds of its own.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="plan">How much of it is run.</param>
    public static Draws Of(Experiment experiment, PlanOptions plan)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(plan);
        SplitPlan split = experiment.Split.For(plan.Profile);
        int seeds = experiment.Models.Select(model => plan.Seeds ?? model.Seeds.For(plan.Profile)).DefaultIfEmpty(1).Max();
        return Of(split, experiment.FirstSeed, split.Count * seeds);
    }

    /// <summary>
    /// Whether results of other draws say nothing about what these will give: no seed is among theirs, and, where rows are divided in
    /// several ways, they are drawn by another random state. Where a document fixes the one division, fresh seeds are enough.
    /// </summary>
    /// <param name="seen">The draws of results that were seen.</param>
    /// <param name="onOneSplit">Whether rows are divided in one way only.</param>
    public bool AreFreshAfter(Draws seen, bool onOneSplit)
    {
        ArgumentNullException.ThrowIfNull(seen);
        bool sameSeed = FirstSeed < seen.FirstSeed + seen.Seeds && seen.FirstSeed < FirstSeed + Seeds;
        return !sameSeed && (onOneSplit || RandomState is null || RandomState != seen.RandomState);
    }

    /// <summary>The draws in a word: <c>42/0-19</c> of random state 42 and seeds 0 to 19, <c>-/0-19</c> where rows are not drawn.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{RandomState?.ToString(CultureInfo.InvariantCulture) ?? NotDrawn}/{FirstSeed}-{FirstSeed + Seeds - 1}");

    /// <summary>Reads such a word; null when it is none.</summary>
    public static Draws? Parse(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (word.Split('/') is not [var rows, var seeds] || seeds.Split('-') is not [var first, var last])
            return null;
        uint state = 0;
        bool drawn = rows != NotDrawn;
        return (!drawn || uint.TryParse(rows, NumberStyles.None, CultureInfo.InvariantCulture, out state))
            && long.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out long from)
            && long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out long to)
            && to >= from && to - from < int.MaxValue
            ? new Draws(drawn ? state : null, from, (int)(to - from) + 1)
            : null;
    }
}
