namespace FrameworkBench.Experiments.Reading;

/// <summary>The keys of an experiment's file, by the place where they stand. <c>experiment.schema.json</c> has the same; a test compares them.</summary>
internal static class Keys
{
    public static readonly string[] Experiment =
    [
        "title", "question", "notes", "changed_after_results", "source", "preset", "dataset", "datasets", "task", "split", "validation",
        "inputs", "seeds", "first_seed",
        "precision", "engines", "timing", "long", "one_at_a_time", "report", "models", "claims",
    ];

    public static readonly string[] Table = ["csv", "target", "task", "categorical", "ignore"];

    public static readonly string[] Document = ["document", "sections"];

    public static readonly string[] Section = ["section", "statements"];

    /// <summary>What may become of a statement; it has one of them.</summary>
    public static readonly string[] Outcomes = ["claims", "definition", "untested"];

    public static readonly string[] Statement = ["says", .. Outcomes];

    public static readonly string[] Source = ["document", "section"];

    public static readonly string[] Profiles = ["quick", "default", "full"];

    /// <summary>The keys of each kind of split, by the key that tells the kind.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Splits = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["hold_out"] = ["hold_out", "random_state", "stratified", "keep_duplicates_together"],
        ["k_fold"] = ["k_fold", "repeats", "on_large", "random_state", "stratified", "shuffle", "keep_duplicates_together"],
        ["first_rows"] = ["first_rows"],
        ["learning_curve"] = ["learning_curve", "test_rows", "repeats", "random_state", "keep_duplicates_together"],
    };

    public static readonly string[] OnLarge = ["from_rows", "repeats"];

    public static readonly string[] Validation = ["fraction", "selection", "random_state", "keep_duplicates_together"];

    public static readonly string[] Inputs = ["scaling", "categories", "missing", "indicator", "rare_below", "most_categories", "target"];

    public static readonly string[] Report = ["metric", "also", "epochs", "learning_curve", "classification_report", "confusion_matrix", "architecture", "activation_curves", "gradient_norms", "image_grid", "decision_planes", "importance", "compare"];

    public static readonly string[] Importance = ["repeats"];

    public static readonly string[] Compare = ["model", "against", "title"];

    /// <summary>The keys of a model that varies; they say which models it stands for, and none of these has them.</summary>
    public static readonly string[] Variation = ["name", "vary", "exclude"];

    public static readonly string[] AnyModel = ["kind", "like", "title", "inputs", "validation", "seeds", "engines", "tune", .. Variation];

    public static readonly string[] Constant = [.. AnyModel];

    public static readonly string[] Perceptron = [.. AnyModel, "init", "bias", "fires_at_zero", "learning_rate", "epochs", "stop_when_error_free"];

    public static readonly string[] Network = [.. AnyModel, "layers", "hidden", "activation", "slope", "init", "dropout", "train", "dropout_at_inference", "ensemble"];

    public static readonly string[] Linear = [.. AnyModel, "l2", "max_iterations"];

    public static readonly string[] Tree = [.. AnyModel, "max_depth", "min_samples_leaf", "max_leaves"];

    public static readonly string[] Forest = [.. Tree, "trees", "feature_share"];

    public static readonly string[] BoostedTrees =
    [
        .. Tree, "rounds", "learning_rate", "min_child_weight", "l2", "max_bins", "subsample", "column_sample", "patience",
    ];

    public static readonly string[] PrincipalComponents = [.. AnyModel, "components"];

    public static readonly string[] Custom = [.. AnyModel, "algorithm", "parameters"];

    public static readonly string[] Between = ["between"];

    public static readonly string[] Dense = ["dense", "activation", "slope", "init"];

    public static readonly string[] ActivationLayer = ["activation", "slope"];

    public static readonly string[] Dropout = ["dropout"];

    public static readonly string[] BatchNorm = ["batch_norm"];

    public static readonly string[] BatchNormSettings = ["momentum", "epsilon"];

    public static readonly string[] Init = ["normal", "uniform"];

    public static readonly string[] Train =
    [
        "loss", "optimizer", "learning_rate", "epochs", "batch_size", "shuffle", "momentum", "beta1", "beta2", "rho",
        "epsilon", "weight_decay", "l2", "early_stopping",
    ];

    public static readonly string[] EarlyStopping = ["watch", "patience", "min_delta", "restore_best", "rule"];

    public static readonly string[] Tune = ["trials", "strategy", "same_candidates", "validation", "space"];

    /// <summary>The keys of each distribution of a search space, by the key that tells which.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Distributions = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["choice"] = ["choice"],
        ["uniform"] = ["uniform"],
        ["log_uniform"] = ["log_uniform"],
        ["whole"] = ["whole"],
        ["log_whole"] = ["log_whole"],
        ["repeat"] = ["repeat", "times"],
    };

    public static readonly string[] Test =
    [
        "kind", "model", "against", "metric", "value", "printed", "margin", "share", "confidence", "dataset", "train_rows", "tables",
        "against_tables", "asks",
    ];

    /// <summary>The keys of a test may stand in <c>test</c>, or beside the others.</summary>
    public static readonly string[] Claim = ["id", "says", "source", .. Test, "by_construction", "test", "for_each"];

    public static readonly string[] Printed = ["metric", "value"];

    public static readonly string[] Slice = ["rows_from", "rows_below", "columns", "smooth", "task"];
}
