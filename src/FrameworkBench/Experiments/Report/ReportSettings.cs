namespace FrameworkBench.Experiments.Report;

/// <summary>What an experiment's page shows besides its question, setting and claims.</summary>
public sealed record ReportSettings
{
    /// <summary>The metric that the table is sorted and charted by; null lets the page choose by task.</summary>
    public MetricReference? Metric { get; init; }

    /// <summary>Further metrics, a column each.</summary>
    public IReadOnlyList<MetricReference> Also { get; init; } = [];

    /// <summary>Epochs whose training figures are tabled, counted from 0 as the documents print them.</summary>
    public IReadOnlyList<int> Epochs { get; init; } = [];

    /// <summary>Whether loss and accuracy over the epochs are drawn.</summary>
    public bool LearningCurve { get; init; } = true;

    /// <summary>Whether precision, recall and F1 of each class are tabled.</summary>
    public bool ClassificationReport { get; init; }

    /// <summary>Whether true against predicted classes are tabled.</summary>
    public bool ConfusionMatrix { get; init; }

    /// <summary>Pairs of models that are compared over the data sets; where there are any, the page is about them.</summary>
    public IReadOnlyList<ModelPair> Compare { get; init; } = [];

    /// <summary>The ways to compare two families of models whose answers are shown; null shows none.</summary>
    public SpecificationSettings? Specifications { get; init; }

    /// <summary>
    /// The simple models that the models compared should never be far below, by name; empty for the usual ones: constant and linear models,
    /// and models that are not compared and have neither a search nor a bag.
    /// </summary>
    public IReadOnlyList<string> Baselines { get; init; } = [];

    /// <summary>Whether the activation functions of the networks are drawn with their derivatives.</summary>
    public bool ActivationCurves { get; init; }

    /// <summary>Whether the length of the gradient is shown layer by layer, as it is before training.</summary>
    public bool GradientNorms { get; init; }

    /// <summary>Whether test images are shown with their true and predicted class.</summary>
    public bool ImageGrid { get; init; }

    /// <summary>Repeats of the permutation importance when nothing is said of them.</summary>
    public const int UsualImportanceRepeats = 5;

    /// <summary>Whether the plane is drawn as each model divides it; its data sets have two numeric inputs and classes.</summary>
    public bool DecisionPlanes { get; init; }

    /// <summary>How often each input column is permuted to see how much a model relies on it; null when that is not shown.</summary>
    public int? ImportanceRepeats { get; init; }

    /// <summary>Whether the layers of each network are listed with their units and parameters.</summary>
    public bool Architecture { get; init; }
}
