namespace FrameworkBench.Trials;

/// <summary>How a trial ended.</summary>
public enum TrialStatus
{
    /// <summary>The model was fitted and predicted.</summary>
    Done,

    /// <summary>Training ran, but its loss or its predictions were no longer finite: a result, with no scores.</summary>
    Diverged,

    /// <summary>The engine lacks something that the model asks for.</summary>
    Unsupported,

    /// <summary>The engine reported an error, died, hung, or answered what cannot be.</summary>
    Failed,

    /// <summary>It has not been run: the engine is not installed, or the run was stopped before.</summary>
    Missing,
}
