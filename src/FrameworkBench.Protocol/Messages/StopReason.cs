namespace FrameworkBench.Protocol.Messages;

/// <summary>Why training ended.</summary>
public enum StopReason
{
    /// <summary>All epochs or rounds were done.</summary>
    Completed,

    /// <summary>Early stopping ended it.</summary>
    Early,

    /// <summary>The solver or learning rule found nothing more to do.</summary>
    Converged,

    /// <summary>The loss was no longer a finite number.</summary>
    Diverged,
}
