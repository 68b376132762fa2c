namespace FrameworkBench.Changes;

/// <summary>Whether a change is for the better.</summary>
public enum Direction
{
    /// <summary>Something got worse.</summary>
    Worse,

    /// <summary>Something is less sure than it was, as other seeds may make it.</summary>
    Weaker,

    /// <summary>Neither better nor worse.</summary>
    Other,

    /// <summary>Something got better.</summary>
    Better,
}
