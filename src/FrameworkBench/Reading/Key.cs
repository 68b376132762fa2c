namespace FrameworkBench.Reading;

/// <summary>A key as <c>keys.yaml</c> declares it.</summary>
/// <param name="Name">How files write it.</param>
/// <param name="Shape">What may stand there.</param>
/// <param name="Meaning">What it means, in a sentence or two.</param>
/// <param name="Hint">What to write where the key must be there: "an optimizer, such as adam"; null where it may be absent.</param>
/// <param name="Default">The constant that counts where the key is absent, as a file would write it; null where there is none.</param>
internal sealed record Key(string Name, Shape Shape, string Meaning, string? Hint, string? Default);
