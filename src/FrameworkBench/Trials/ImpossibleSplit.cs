using FrameworkBench.Datasets;
using FrameworkBench.Experiments;
using FrameworkBench.Reading;

namespace FrameworkBench.Trials;

/// <summary>
/// Reports a table that cannot be divided as an experiment wants it as a problem of the key that wants it: the table may be sound.
/// </summary>
internal static class ImpossibleSplit
{
    /// <summary>Divides a table as the experiment's <c>split</c> says.</summary>
    /// <exception cref="ExperimentException">It cannot be divided so.</exception>
    public static T Check<T>(Experiment experiment, Func<T> divide) => Check(experiment, "split", experiment.SplitLine, divide);

    /// <summary>Divides a table as one of the experiment's models wants it.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="key">The model's key that wants it.</param>
    /// <param name="divide">Divides it.</param>
    /// <exception cref="ExperimentException">It cannot be divided so.</exception>
    public static T Check<T>(Experiment experiment, string key, Func<T> divide) => Check(experiment, key, null, divide);

    private static T Check<T>(Experiment experiment, string key, int? line, Func<T> divide)
    {
        try
        {
            return divide();
        }
        catch (DatasetException error)
        {
            throw new ExperimentException(
                [.. error.Problems.Select(problem => new Problem(experiment.Path, line, null, key, $"{problem.File}: {problem.Message}"))]);
        }
    }
}
