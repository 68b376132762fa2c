using System.Globalization;
using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Scoring;

/// <summary>A figure that says how good predictions are.</summary>
/// <param name="Name">Its name in experiments, tables and CSV files, such as <c>log_loss</c>.</param>
/// <param name="Title">Its name in a heading, such as "log loss".</param>
/// <param name="Tasks">The tasks that it is defined for.</param>
/// <param name="HigherIsBetter">Whether a larger value is the better one.</param>
/// <param name="Digits">How many digits a table shows: decimals, or significant ones when it is in the target's unit.</param>
/// <param name="InTargetUnit">Whether its size depends on the target's unit, so that it cannot be compared across data sets.</param>
public sealed record Metric(string Name, string Title, IReadOnlyList<TaskKind> Tasks, bool HigherIsBetter, int Digits, bool InTargetUnit = false)
{
    /// <summary>Whether it is defined for a task.</summary>
    public bool AppliesTo(TaskKind task) => Tasks.Contains(task);

    /// <summary>A value as a table shows it.</summary>
    public string Format(double value)
    {
        int decimals = Digits;
        if (InTargetUnit && value != 0)
            decimals = Math.Max(0, Digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value))));
        return value.ToString($"F{decimals}", CultureInfo.InvariantCulture);
    }
}
