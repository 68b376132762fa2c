namespace FrameworkBench.Engines.MLNet;

/// <summary>Rows on which the loss of each round is taken.</summary>
/// <param name="Inputs">Their inputs.</param>
/// <param name="Targets">The value of each row; 1 and 0 for a row of the class in question and another.</param>
internal sealed record ValidationRows(Inputs Inputs, float[] Targets);
