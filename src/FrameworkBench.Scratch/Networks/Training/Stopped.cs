namespace FrameworkBench.Scratch.Networks.Training;

/// <summary>Why training ended.</summary>
public enum Stopped
{
    /// <summary>All epochs were run.</summary>
    Epochs,

    /// <summary>What was watched on the validation rows no longer got better.</summary>
    Early,

    /// <summary>The training loss was watched and no longer got better.</summary>
    Converged,

    /// <summary>A loss was not finite.</summary>
    Diverged,
}
