namespace FrameworkBench.Experiments;

/// <summary>A setting that depends on the profile.</summary>
/// <typeparam name="T">The setting's type.</typeparam>
/// <param name="Quick">Its value in a quick run.</param>
/// <param name="Default">Its value in a default run.</param>
/// <param name="Full">Its value in a full run.</param>
public sealed record ByProfile<T>(T Quick, T Default, T Full)
{
    /// <summary>The value for one profile.</summary>
    public T For(Profile profile) => profile switch
    {
        Profile.Quick => Quick,
        Profile.Default => Default,
        Profile.Full => Full,
        _ => throw new ArgumentOutOfRangeException(nameof(profile), profile, null),
    };
}
