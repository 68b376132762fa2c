namespace FrameworkBench.Engines.MLNet;

/// <summary>Rows on which the loss of each round is taken.</summary>
/// <param name="Inputs">rows × features.</param>
/// <param name="Features">Columns of the inputs.</param>
/// <param name="Targets">The value of each row; 1 and 0 for a row of the class in question and another.</param>
internal sealed record ValidationRows(float[] Inputs, int Features, float[] Targets);
