namespace FrameworkBench.Datasets.Splits;

/// <summary>Which rows train, validate and test; row numbers of the data set, from 0, in the order in which an engine gets them.</summary>
/// <param name="Index">Number of the split within its plan, from 0; repeat by repeat, fold by fold.</param>
/// <param name="TrainRows">Rows to fit on.</param>
/// <param name="ValidationRows">Rows taken out of the training rows, for early stopping and for choosing; may be empty.</param>
/// <param name="TestRows">Rows to score on.</param>
public sealed record Split(int Index, int[] TrainRows, int[] ValidationRows, int[] TestRows);
