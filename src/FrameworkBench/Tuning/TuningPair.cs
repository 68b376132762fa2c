using FrameworkBench.Experiments.Models;

namespace FrameworkBench.Tuning;

/// <summary>A model of an experiment as tuning tries it.</summary>
/// <param name="Source">The model, as the experiment has it.</param>
/// <param name="Written">The same without a search, under the name of a model of the experiment; several pairs may share it.</param>
/// <param name="Tuned">The same with its search, under a name that no other model has.</param>
public sealed record TuningPair(ExperimentModel Source, ExperimentModel Written, ExperimentModel Tuned);
