using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Engines.Processes;

/// <summary>Finds what cannot be in an engine's reply besides its predictions.</summary>
internal static class ReplyCheck
{
    // A clock that measures work of this length cannot read nothing.
    private static readonly TimeSpan Noticeable = TimeSpan.FromSeconds(1);

    // The engine's clock and ours start at slightly different moments.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMilliseconds(50);

    /// <summary>What is wrong with an engine's word on itself, in one sentence; null when nothing is.</summary>
    public static string? Problem(HelloReply hello)
    {
        Capabilities can = hello.Capabilities;
        return can.Models.Concat(can.Algorithms).Concat(can.Layers).Concat(hello.Environment.Values).Any(word => word is null)
            ? "the engine's hello holds null where a word must be"
            : null;
    }

    /// <summary>What is wrong with the figures of a fit, in one sentence; null when nothing is.</summary>
    /// <param name="fitted">The reply.</param>
    /// <param name="wall">Time from request to reply.</param>
    public static string? Problem(FittedReply fitted, TimeSpan wall) => CountProblem(fitted) ?? TimeProblem(fitted, wall);

    private static string? CountProblem(FittedReply fitted)
    {
        if (fitted.Epochs < 0)
            return $"the engine reports {fitted.Epochs} epochs";
        if (fitted.BestEpoch is { } best && (best < 0 || best > fitted.Epochs))
            return $"the engine reports epoch {best} as the best of {fitted.Epochs}";
        if (fitted.Parameters < 0)
            return $"the engine reports {fitted.Parameters} parameters";
        if (fitted.Threads < 0)
            return $"the engine reports {fitted.Threads} threads";
        if (fitted.Notes.Any(note => note is null))
            return "the engine's notes hold null";
        if (fitted.Explanation?.Tree?.Any(node => node is null) == true)
            return "explanation.tree holds null";

        // Gradients may overflow while a fit still gives predictions, but no fit that went well leaves a figure undefined.
        string? undefined = fitted.Stopped == StopReason.Diverged ? null : fitted.Measures.Keys.FirstOrDefault(IsUndefined);
        return undefined is null ? null : $"the engine reports measure {undefined} as NaN";

        bool IsUndefined(string name) => double.IsNaN(fitted.Measures[name]);
    }

    private static string? TimeProblem(FittedReply fitted, TimeSpan wall)
    {
        double claimed = fitted.FitSeconds + fitted.PredictSeconds;
        if (!(fitted.FitSeconds >= 0 && fitted.PredictSeconds >= 0))
            return $"the engine reports times of {fitted.FitSeconds} s and {fitted.PredictSeconds} s";
        bool isTooMuch = claimed > (wall + ClockTolerance).TotalSeconds;
        return isTooMuch || (fitted.FitSeconds == 0 && wall > Noticeable)
            ? FormattableString.Invariant(
                $"the engine reports {claimed:0.###} s of work, but the harness waited {wall.TotalSeconds:0.###} s")
            : null;
    }
}
