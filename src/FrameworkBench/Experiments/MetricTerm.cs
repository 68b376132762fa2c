using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Experiments;

/// <summary>What the loader must know of a metric.</summary>
/// <param name="HigherIsBetter">Whether a larger value is the better one.</param>
/// <param name="Tasks">The tasks it is defined for; null for all.</param>
/// <param name="InHistory">Whether it is also known for each epoch, so that <c>name@epoch</c> is a figure.</param>
/// <param name="OnlyInHistory">Whether it is known for epochs only, so that it must be given as <c>name@epoch</c>.</param>
public sealed record MetricTerm(
    bool HigherIsBetter, IReadOnlyCollection<TaskKind>? Tasks = null, bool InHistory = false, bool OnlyInHistory = false)
{
    /// <summary>Whether it is a time, which means little where fits run side by side.</summary>
    public bool IsTime { get; init; }

    /// <summary>Its least possible figure; minus infinity for none.</summary>
    public double Least { get; init; } = double.NegativeInfinity;

    /// <summary>Its greatest possible figure; infinity for none.</summary>
    public double Most { get; init; } = double.PositiveInfinity;
}
