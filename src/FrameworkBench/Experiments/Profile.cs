namespace FrameworkBench.Experiments;

/// <summary>How thorough a run is. An experiment says for each profile what it does more or less of.</summary>
public enum Profile
{
    /// <summary>A look in seconds: proves that everything works, judges nothing.</summary>
    Quick,

    /// <summary>What the committed results are made with.</summary>
    Default,

    /// <summary>The most seeds and splits that an experiment asks for.</summary>
    Full,
}
