namespace FrameworkBench.Scratch.Networks.Tabular;

/// <summary>The settings of a <see cref="RealMlp"/>; the defaults are those of RealMLP-TD for classes.</summary>
public sealed record RealMlpOptions
{
    /// <summary>Whether it is the simplified variant: starts from N(0, 1) and a zero output layer instead of from the data.</summary>
    public bool IsSimplified { get; init; }

    /// <summary>Units of each hidden layer.</summary>
    public IReadOnlyList<int> Hidden { get; init; } = [256, 256, 256];

    /// <summary>The activation behind each.</summary>
    public Curve Curve { get; init; } = Curve.Selu;

    /// <summary>Whether each unit learns how much of it it takes.</summary>
    public bool LearnsCurves { get; init; } = true;

    /// <summary>Whether each input of the first layer has a factor that is learnt.</summary>
    public bool ScalesInputs { get; init; } = true;

    /// <summary>Whether numeric inputs have periodic embeddings.</summary>
    public bool Periodic { get; init; } = true;

    /// <summary>Standard deviation of the frequencies that those start from.</summary>
    public double FrequencyScale { get; init; } = 0.1;

    /// <summary>Step size before its schedule.</summary>
    public double LearningRate { get; init; } = 0.04;

    /// <summary>Share of the hidden activations that is dropped, before its schedule.</summary>
    public double Dropout { get; init; } = 0.15;

    /// <summary>Decoupled weight decay, before its schedule.</summary>
    public double WeightDecay { get; init; } = 0.02;

    /// <summary>Share of each class target that is spread over all classes.</summary>
    public double LabelSmoothing { get; init; } = 0.1;

    /// <summary>Passes over the training rows.</summary>
    public int Epochs { get; init; } = 256;

    /// <summary>Rows an update.</summary>
    public int BatchSize { get; init; } = 256;
}
