namespace FrameworkBench.Scoring;

/// <summary>How well one class, or an average of classes, was recognised.</summary>
/// <param name="Name">The class's name, or the average's.</param>
/// <param name="Precision">Share of the rows predicted as the class that are of it; 0 when none was predicted.</param>
/// <param name="Recall">Share of the rows of the class that were predicted as it; 0 when there are none.</param>
/// <param name="F1">Harmonic mean of precision and recall; 0 when both are.</param>
/// <param name="Support">Number of rows of the class.</param>
public sealed record ClassScore(string Name, double Precision, double Recall, double F1, int Support);
