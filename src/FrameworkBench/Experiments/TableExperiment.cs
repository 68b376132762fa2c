using FrameworkBench.Experiments.Reading;
using FrameworkBench.Reading;

namespace FrameworkBench.Experiments;

/// <summary>The experiment of a table that comes alone: a network, boosted trees and a forest, each with the settings that are worth a search.</summary>
public static class TableExperiment
{
    // Written out, so that the file says what its verdicts rest on.
    private const string Split = """
        split: {k_fold: 5, repeats: 2, random_state: 42, stratified: true, keep_duplicates_together: true}

        """;

    // Networks by the documents' rule of thumb: two hidden layers between inputs and outputs, ReLU, dropout, Adam 0.001, early stopping.
    private const string Models = """
        models:
          network:
            kind: network
            hidden: [{between: 0.67}, {between: 0.33}]
            activation: relu
            dropout: 0.25
            inputs: {scaling: standardise, categories: one_hot, missing: impute_median, indicator: true, rare_below: 5, target: standardise}
            validation: {fraction: 0.1, random_state: seed, keep_duplicates_together: true}
            train:
              optimizer: adam
              learning_rate: 0.001
              epochs: 100
              batch_size: 32
              early_stopping: {watch: validation_loss, patience: 10, restore_best: true}
            tune:
              trials: 20
              same_candidates: true
              space:
                hidden: {repeat: {log_whole: [8, 256]}, times: {whole: [1, 3]}}
                dropout: {choice: [0, 0.1, 0.25]}
                train.learning_rate: {log_uniform: [3e-4, 0.03]}
                train.batch_size: {choice: [16, 32, 64, 128]}
                inputs.scaling: {choice: [standardise, quantile]}
          boosted:
            title: boosted trees
            kind: boosted_trees
            rounds: 100
            inputs: {scaling: raw, categories: codes, missing: keep, target: standardise}
            tune:
              trials: 20
              same_candidates: true
              space:
                rounds: {log_whole: [30, 300]}
                learning_rate: {log_uniform: [0.01, 0.3]}
                max_leaves: {log_whole: [3, 63]}
                min_samples_leaf: {log_whole: [1, 40]}
                subsample: {uniform: [0.5, 1]}
                l2: {log_uniform: [0.01, 10]}
          forest:
            kind: forest
            trees: 100
            inputs: {scaling: raw, categories: one_hot, missing: impute_median}
            tune:
              trials: 20
              same_candidates: true
              space:
                max_depth: {choice: [null, null, 4, 8, 16]}
                min_samples_leaf: {log_whole: [1, 20]}
                feature_share: {choice: [0.1, 0.2, 0.33, 0.5, 0.75, 1]}

        """;

    /// <summary>Its YAML.</summary>
    /// <param name="file">The table's file name; the YAML is to be read as if it lay beside it.</param>
    /// <param name="target">The column to predict.</param>
    public static string For(string file, string target) =>
        $"dataset: {NodeWriter.InFlow(new MappingNode(0, 0, [Text("csv", file), Text("target", target)]))}\n{Split}{Models}";

    private static MappingEntry Text(string key, string text) => new(key, 0, 0, new ScalarNode(0, 0, text, Quoted: true));
}
