using System.Collections.Immutable;

namespace FrameworkBench.Trials;

/// <summary>What trials gave, by their keys. Running a plan does not change it: it gives these.</summary>
public sealed class Outcomes
{
    private readonly ImmutableDictionary<TrialKey, Outcome> byKey;

    private Outcomes(ImmutableDictionary<TrialKey, Outcome> byKey) => this.byKey = byKey;

    /// <summary>Of no trial.</summary>
    public static Outcomes None { get; } = new(ImmutableDictionary<TrialKey, Outcome>.Empty);

    /// <summary>Those of some trials; of one key the last counts.</summary>
    public static Outcomes Of(IEnumerable<KeyValuePair<TrialKey, Outcome>> outcomes) => None.And(outcomes);

    /// <summary>Those of some trials, one by one.</summary>
    /// <param name="trials">The trials.</param>
    /// <param name="outcome">What a trial gave.</param>
    public static Outcomes Of(IEnumerable<PlannedTrial> trials, Func<PlannedTrial, Outcome> outcome) =>
        Of(trials.Select(planned => KeyValuePair.Create(planned.Key, outcome(planned))));

    /// <summary>What a trial gave; null when it was not run.</summary>
    public Outcome? Find(PlannedTrial planned)
    {
        ArgumentNullException.ThrowIfNull(planned);
        return planned.Known ?? byKey.GetValueOrDefault(planned.Key);
    }

    /// <summary>What a trial gave.</summary>
    /// <exception cref="ArgumentException">It was not run.</exception>
    public Outcome this[PlannedTrial planned] => Find(planned)
        ?? throw new ArgumentException($"{planned?.Trial} has no outcome.", nameof(planned));

    /// <summary>These and others, which count where both have one.</summary>
    public Outcomes And(Outcomes others)
    {
        ArgumentNullException.ThrowIfNull(others);
        return byKey.IsEmpty ? others : And((IEnumerable<KeyValuePair<TrialKey, Outcome>>)others.byKey);
    }

    private Outcomes And(IEnumerable<KeyValuePair<TrialKey, Outcome>> others) => new(byKey.SetItems(others));
}
