namespace FrameworkBench.Engines.Parity;

/// <summary>What is compared from the same start.</summary>
public enum ParityCheck
{
    /// <summary>A whole training: the losses on the way, and the predictions in inference mode at its end.</summary>
    Training,

    /// <summary>One step on one batch by the framework's own optimizer and layers, as the experiments' own runs take them.</summary>
    NativeStep,

    /// <summary>That the numbers which the harness prepared are those that the engine computes with.</summary>
    Preparation,
}
