namespace FrameworkBench.Engines.Processes;

/// <summary>The files that an engine writes for a fit.</summary>
/// <param name="Folder">A folder of the engine's own.</param>
internal sealed record OutputFiles(string Folder)
{
    /// <summary>The predictions.</summary>
    public string Predictions => Path.Combine(Folder, "predictions.npy");

    /// <summary>The codes, if they are requested.</summary>
    public string Codes => Path.Combine(Folder, "codes.npy");

    /// <summary>The fitted model, if it is requested.</summary>
    public string Model => Path.Combine(Folder, "model.safetensors");

    /// <summary>Removes what the last fit wrote.</summary>
    /// <exception cref="IOException">One cannot be removed.</exception>
    public void Clear()
    {
        foreach (string file in (ReadOnlySpan<string>)[Predictions, Codes, Model])
            File.Delete(file);
    }
}
