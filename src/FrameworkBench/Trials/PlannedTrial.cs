using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Trials;

/// <summary>A trial with all that is needed to run it, and its outcome once there is one.</summary>
public sealed class PlannedTrial
{
    /// <summary>Plans a trial.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="input">Its rows.</param>
    /// <param name="model">Its model with every layer width filled in.</param>
    /// <param name="key">What its outcome is stored under.</param>
    /// <param name="outcome">The outcome if it is known before any engine is asked, else null.</param>
    public PlannedTrial(Trial trial, TrialInput input, ModelSpec model, TrialKey key, Outcome? outcome = null)
    {
        (Trial, Input, Model, Key, Outcome) = (trial, input, model, key, outcome);
    }

    /// <summary>The trial.</summary>
    public Trial Trial { get; }

    /// <summary>Its rows.</summary>
    public TrialInput Input { get; private set; }

    /// <summary>Its model with every layer width filled in.</summary>
    public ModelSpec Model { get; private set; }

    /// <summary>What its outcome is stored under.</summary>
    public TrialKey Key { get; private set; }

    /// <summary>What it gave; null until it was run.</summary>
    public Outcome? Outcome { get; set; }

    /// <summary>The search that settles its model before it is run; null when the model is settled as written.</summary>
    public PlannedSearch? Search { get; init; }

    /// <summary>Settles the model: the trial becomes that of a candidate of its search.</summary>
    /// <exception cref="InvalidOperationException">The trial has no search.</exception>
    public void Settle(SearchCandidate candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        if (Search is null)
            throw new InvalidOperationException($"{Trial} has no search.");
        Search.Chosen = candidate;
        (Input, Model, Key, Outcome) = (candidate.Refit.Input, candidate.Refit.Model, candidate.Refit.Key, candidate.Refit.Outcome);
    }

    /// <summary>What the engine is asked for, given the files of the input.</summary>
    public FitRequest Request(string id, ArrayFiles arrays, IReadOnlyList<FeatureColumn> features, TimeSpan limit, int threads) => new()
    {
        Id = id,
        Model = Model,
        Task = Input.Dataset.Task,
        Classes = Input.Dataset.IsClassification ? Input.Dataset.ClassNames.Count : 0,
        Arrays = arrays,
        Codes = arrays.Codes is not null,
        Features = features,
        Seed = Trial.Seed,
        Threads = threads,
        Precision = Input.Precision,
        Explain = Input.Probes.Explanation ? true : null,
        LimitSeconds = limit.TotalSeconds,
    };
}
