using FrameworkBench.Experiments.Models;

namespace FrameworkBench.Experiments.Searches;

/// <summary>A candidate of a search.</summary>
/// <param name="Settings">What was drawn, by key, as it would be written in the experiment; empty for the model's own settings.</param>
/// <param name="Model">The model with these settings.</param>
public sealed record SearchDraw(IReadOnlyDictionary<string, string> Settings, ExperimentModel Model);
