using System.Collections.Immutable;

namespace FrameworkBench.Trials;

/// <summary>What trials gave, by their keys. Running a plan does not change it: it gives these.</summary>
public sealed class Outcomes
{
    private readonly ImmutableDictionary<TrialKey, Outcome> byKey;
    private readonly Func<PlannedTrial, Outcome?> read;

    private Outcomes(ImmutableDictionary<TrialKey, Outcome> byKey, Func<PlannedTrial, Outcome?>? read = null) =>
        (this.byKey, this.read) = (byKey, read ?? (_ => null));

    /// <summary>Of no trial.</summary>
    public static Outcomes None { get; } = new(ImmutableDictionary<TrialKey, Outcome>.Empty);

    /// <summary>Those of some trials; of one key the last counts.</summary>
    public static Outcomes Of(IEnumerable<KeyValuePair<TrialKey, Outcome>> outcomes) => None.And(outcomes);

    /// <summary>Those of some trials, fit by fit.</summary>
    /// <param name="trials">The trials.</param>
    /// <param name="outcome">What a fit gave.</param>
    public static Outcomes Of(IEnumerable<PlannedTrial> trials, Func<PlannedTrial, Outcome> outcome) =>
        Of(trials.SelectMany(planned => planned.Fits).Select(fit => KeyValuePair.Create(fit.Key, outcome(fit))));

    /// <summary>Those that something else keeps, each read when it is needed and forgotten again.</summary>
    /// <param name="read">The outcome of a fit; null when there is none.</param>
    public static Outcomes Reading(Func<PlannedTrial, Outcome?> read) => new(ImmutableDictionary<TrialKey, Outcome>.Empty, read);

    /// <summary>What a trial gave, or what follows from the trials that it combines; null when it, or one of those, was not run.</summary>
    public Outcome? Find(PlannedTrial planned)
    {
        ArgumentNullException.ThrowIfNull(planned);
        if (planned.Known is { } known)
            return known;
        if (byKey.TryGetValue(planned.Key, out Outcome? outcome))
            return outcome;
        if (planned.Combination is not { } combination)
            return read(planned);
        Outcome?[] members = [.. combination.Members.Select(Find)];
        return members.Contains(null) ? null : combination.Combine(planned, [.. members.OfType<Outcome>()]);
    }

    /// <summary>What a trial gave.</summary>
    /// <exception cref="ArgumentException">It was not run.</exception>
    public Outcome this[PlannedTrial planned] => Find(planned)
        ?? throw new ArgumentException($"{planned?.Trial} has no outcome.", nameof(planned));

    /// <summary>These and others that are in memory, which count where both have one.</summary>
    public Outcomes And(Outcomes others)
    {
        ArgumentNullException.ThrowIfNull(others);
        return byKey.IsEmpty ? others : And((IEnumerable<KeyValuePair<TrialKey, Outcome>>)others.byKey);
    }

    private Outcomes And(IEnumerable<KeyValuePair<TrialKey, Outcome>> others) => new(byKey.SetItems(others), read);
}
