namespace FrameworkBench.Experiments.Report;

/// <summary>Two models that the page of an experiment over several data sets compares on each of them.</summary>
/// <param name="Title">What is compared, in a word or two, such as "defaults"; unique among the pairs of an experiment.</param>
/// <param name="Model">A model's name; a positive difference is in its favour.</param>
/// <param name="Against">The name of the one it is compared with.</param>
public sealed record ModelPair(string Title, string Model, string Against);
