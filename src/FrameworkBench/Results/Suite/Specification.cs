using FrameworkBench.Experiments.Models;
using FrameworkBench.Experiments.Report;
using FrameworkBench.Statistics;

namespace FrameworkBench.Results.Suite;

/// <summary>One reasonable way to compare two families of models, and its answer.</summary>
/// <param name="First">The model of the first family.</param>
/// <param name="Second">The model of the second.</param>
/// <param name="Measure">What leads are measured in.</param>
/// <param name="Slice">The tables that count; null for all.</param>
/// <param name="Half">The splits that count; null for all.</param>
/// <param name="Lead">The mean of the leads on the tables, with its t interval over tables; positive favors the first.</param>
internal sealed record Specification(
    ExperimentModel First, ExperimentModel Second, SpecificationMeasure Measure, SuiteSlice? Slice, SplitHalf? Half, MeanEstimate Lead)
{
    /// <summary>Whether a side leads beyond noise, and which: 1 the first, −1 the second, 0 neither.</summary>
    internal int Side => Lead.Interval.Low > 0 ? 1 : Lead.Interval.High < 0 ? -1 : 0;
}
