using FrameworkBench.Trials;

namespace FrameworkBench.Wording;

/// <summary>How a trial ended, in a word.</summary>
internal static class StatusWords
{
    internal static string Of(TrialStatus status) => status switch
    {
        TrialStatus.Done => "done",
        TrialStatus.Diverged => "diverged",
        TrialStatus.Unsupported => "unsupported",
        TrialStatus.Failed => "failed",
        _ => "missing",
    };
}
