using FrameworkBench.Experiments;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Scoring;

namespace FrameworkBench.Changes.Noise;

/// <summary>A figure that both results have of a model by an engine on a table.</summary>
/// <param name="Place">The model, engine and table.</param>
/// <param name="Metric">The figure.</param>
/// <param name="Contrast">How it differs.</param>
public sealed record ComparedFigure(ModelPlace Place, MetricReference Metric, FigureContrast Contrast)
{
    /// <summary>The least change of a figure that has an upper end, such as an accuracy or R², that is reported.</summary>
    public const double Margin = 0.01;

    /// <summary>The least change of any other figure, such as an RMSE or a log loss, as a share of its old mean.</summary>
    public const double MarginShare = 0.02;

    private static readonly HashSet<string> Usual = [.. Enum.GetValues<TaskKind>().Select(MetricRegistry.UsualFor)];

    /// <summary>Whether models are usually compared by it.</summary>
    public bool IsUsual => Usual.Contains(Metric.Name);

    /// <summary>The least change that is reported, in the figure's own unit.</summary>
    public double OwnMargin => IsBounded ? Margin : MarginShare * Math.Abs(Contrast.Before);

    /// <summary>Whether it has an upper end.</summary>
    public bool IsBounded => double.IsFinite(MetricRange.Of(Metric).Most);

    /// <summary>Whether the new figure is the worse one.</summary>
    public bool IsWorse => Contrast.Difference.Difference < 0 == TrialFigures.Terms[Metric.Name].HigherIsBetter;
}
