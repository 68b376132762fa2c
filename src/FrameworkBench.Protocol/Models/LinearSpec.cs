using System.Text.Json.Serialization;

namespace FrameworkBench.Protocol.Models;

/// <summary>Logistic regression (classification) or ridge regression, with an unpenalised intercept.</summary>
public sealed record LinearSpec : ModelSpec
{
    /// <summary>The kind's word.</summary>
    public const string KindName = "linear";

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Kind => KindName;

    /// <summary>
    /// Strength of the penalty: Σ loss + l2/2·‖w‖² for classes (scikit-learn's 1/C), ‖y − Xw‖² + l2·‖w‖² for values (scikit-learn's alpha).
    /// </summary>
    public double L2 { get; init; } = 1;

    /// <summary>Iterations of the solver, at most.</summary>
    public int MaxIterations { get; init; } = 1000;
}
