using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Trials.Combining;

/// <summary>What several outcomes have in common: their failure, or what they cost together.</summary>
internal static class CombinedOutcome
{
    // A failure can be run again, so it is told before what cannot be helped.
    private static readonly TrialStatus[] Worst =
        [TrialStatus.Failed, TrialStatus.Unsupported, TrialStatus.Missing, TrialStatus.Diverged];

    /// <summary>The worst of the outcomes without predictions, and which one it is; null when all have predictions.</summary>
    /// <param name="outcomes">The outcomes.</param>
    /// <param name="name">What one is called, by its place: "part 3 of 5".</param>
    public static Outcome? Failure(IReadOnlyList<Outcome> outcomes, Func<int, string> name)
    {
        foreach (TrialStatus status in Worst)
        {
            int first = outcomes.Index().Where(one => one.Item.Status == status).Select(one => one.Index).DefaultIfEmpty(-1).First();
            if (first < 0)
                continue;
            Outcome failed = outcomes[first];

            // What is unsupported or missing is so for a reason that is not the member's own.
            bool own = status is TrialStatus.Failed or TrialStatus.Diverged;
            return Costs(outcomes) with
            {
                Status = status,
                Reason = own ? $"{name(first)}: {failed.Reason ?? "no predictions"}" : failed.Reason,
                Log = failed.Log,
            };
        }

        return null;
    }

    /// <summary>
    /// What they cost together, without predictions: seconds, epochs and parameters add up, and the peak is the largest. Histories and
    /// measures of single fits are left out.
    /// </summary>
    public static Outcome Costs(IReadOnlyList<Outcome> outcomes) => new()
    {
        Status = TrialStatus.Done,
        HardLabels = outcomes.Any(outcome => outcome.HardLabels),
        Epochs = outcomes.Sum(outcome => outcome.Epochs),
        Stopped = outcomes.Count > 0 ? outcomes[0].Stopped : default(StopReason),
        FitSeconds = outcomes.Sum(outcome => outcome.FitSeconds),
        FailedAfterSeconds = outcomes.Any(outcome => outcome.FailedAfterSeconds is not null)
            ? outcomes.Sum(outcome => outcome.FailedAfterSeconds) : null,
        PredictSeconds = outcomes.Sum(outcome => outcome.PredictSeconds),
        PeakBytes = outcomes.Select(outcome => outcome.PeakBytes).DefaultIfEmpty().Max(),
        Parameters = outcomes.Sum(outcome => outcome.Parameters),
        Threads = outcomes.Select(outcome => outcome.Threads).DefaultIfEmpty().Max(),
        Notes = [.. outcomes.SelectMany(outcome => outcome.Notes).Distinct()],
    };
}
