using Microsoft.ML;

namespace FrameworkBench.Engines.MLNet;

/// <summary>One trained ensemble.</summary>
/// <param name="Model">Transforms rows to predictions.</param>
/// <param name="Trees">Trees that it kept.</param>
/// <param name="Leaves">Leaves of all of them.</param>
/// <param name="StoppedEarly">Whether the validation loss ended the training.</param>
internal sealed record TrainedTrees(ITransformer Model, int Trees, int Leaves, bool StoppedEarly);
