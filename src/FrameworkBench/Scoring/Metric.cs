using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Scoring;

/// <summary>A figure that says how good predictions are.</summary>
/// <param name="Name">Its name in experiments, tables and CSV files, such as <c>log_loss</c>.</param>
/// <param name="Title">Its name in a heading, such as "log loss".</param>
/// <param name="Tasks">The tasks that it is defined for.</param>
/// <param name="HigherIsBetter">Whether a larger value is the better one.</param>
/// <param name="InTargetUnit">Whether its size depends on the target's unit, so that it cannot be compared across data sets.</param>
public sealed record Metric(string Name, string Title, IReadOnlyList<TaskKind> Tasks, bool HigherIsBetter, bool InTargetUnit = false)
{
    /// <summary>Whether it is defined for a task.</summary>
    public bool AppliesTo(TaskKind task) => Tasks.Contains(task);
}
