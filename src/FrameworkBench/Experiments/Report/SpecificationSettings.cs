namespace FrameworkBench.Experiments.Report;

/// <summary>The reasonable ways to compare two families of models; the page shows the answer of each.</summary>
/// <param name="Models">The names of the first family's models; a positive lead is in their favor.</param>
/// <param name="Against">The names of the second family's.</param>
/// <param name="Measures">What leads are measured in.</param>
public sealed record SpecificationSettings(
    IReadOnlyList<string> Models, IReadOnlyList<string> Against, IReadOnlyList<SpecificationMeasure> Measures);
