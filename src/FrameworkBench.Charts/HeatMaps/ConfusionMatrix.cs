namespace FrameworkBench.Charts;

/// <summary>
/// Which class is taken for which: right answers in one colour on the diagonal, mistakes in another beside it, the stronger
/// the larger their share of the true class, so that a rare class is not pale for being rare.
/// </summary>
/// <param name="Title">What is seen.</param>
/// <param name="Classes">The classes, in order.</param>
/// <param name="Counts">True class × predicted class; a count may be a mean over seeds.</param>
public sealed record ConfusionMatrix(
    string Title, IReadOnlyList<string> Classes, IReadOnlyList<IReadOnlyList<double>> Counts) : Chart(Title);
