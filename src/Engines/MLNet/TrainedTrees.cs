using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;

namespace FrameworkBench.Engines.MLNet;

/// <summary>One trained ensemble.</summary>
/// <param name="Model">Transforms rows to predictions.</param>
/// <param name="Trees">Trees that it kept, in the order in which they were grown.</param>
/// <param name="StoppedEarly">Whether the validation loss ended the training.</param>
internal sealed record TrainedTrees(ITransformer Model, IReadOnlyList<RegressionTreeBase> Trees, bool StoppedEarly)
{
    /// <summary>Leaves of all trees.</summary>
    public int Leaves => Trees.Sum(tree => tree.NumberOfLeaves);
}
