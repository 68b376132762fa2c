namespace FrameworkBench.Experiments.Searches;

/// <summary>A model of an experiment with settings that a search found.</summary>
/// <param name="Model">The model's name in the experiment.</param>
/// <param name="Name">The name that it gets with these settings.</param>
/// <param name="Title">Its heading in tables.</param>
/// <param name="Settings">The settings, by key, as the search drew them; empty for the model's own settings.</param>
public sealed record TunedModel(string Model, string Name, string Title, IReadOnlyDictionary<string, string> Settings);
