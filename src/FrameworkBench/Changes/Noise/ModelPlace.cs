namespace FrameworkBench.Changes.Noise;

/// <summary>A model by an engine on a table of an experiment.</summary>
/// <param name="Experiment">The experiment's name.</param>
/// <param name="Dataset">The data set's name.</param>
/// <param name="Model">The model's name.</param>
/// <param name="Engine">The engine.</param>
public sealed record ModelPlace(string Experiment, string Dataset, string Model, string Engine)
{
    /// <summary>"network", or "network on wine" where the experiment is not named after the data set.</summary>
    public string Title => $"{Model}{(Dataset == Experiment ? "" : $" on {Dataset}")}";

    /// <summary>"digits: network by scratch".</summary>
    public override string ToString() => $"{Experiment}: {Title} by {Engine}";
}
