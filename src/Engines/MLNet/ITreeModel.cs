using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;

namespace FrameworkBench.Engines.MLNet;

/// <summary>One kind of tree ensemble, as ML.NET trains it.</summary>
internal interface ITreeModel
{
    /// <summary>Requested trees.</summary>
    int Trees { get; }

    /// <summary>Least rows in each leaf.</summary>
    int MinimumRowsInLeaf { get; }

    /// <summary>Whether validation rows may end the training early.</summary>
    bool StopsEarly { get; }

    /// <summary>What a reader of the result must know of how the model was mapped.</summary>
    IReadOnlyList<string> Notes { get; }

    /// <summary>Trains on rows with a boolean label; the outcome's probability column is <c>Probability</c>.</summary>
    TrainedTrees TrainClass(MLContext context, IDataView training, ValidationRows? validation);

    /// <summary>Trains on rows with a value; the outcome's column is <c>Score</c>.</summary>
    TrainedTrees TrainValue(MLContext context, IDataView training, ValidationRows? validation);

    /// <summary>How much trees rely on each column, to be summed over the ensembles of a model.</summary>
    /// <param name="trees">The trees of one ensemble.</param>
    /// <param name="columns">Columns of the inputs.</param>
    double[] Importance(IReadOnlyList<RegressionTreeBase> trees, int columns);
}
